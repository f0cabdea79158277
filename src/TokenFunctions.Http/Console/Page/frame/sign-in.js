import { banner } from './banner.js';
import { brand, choices } from './choices.js';
import { fill, h } from './dom.js';
import { field } from './fields.js';
import { busy, clearNotices } from './notices.js';
import { Away } from './problem.js';
import { signIn } from './session.js';
import { t } from './words.js';

const about = document.documentElement.dataset;

export function showSignIn(page, trouble) {
  const control = new AbortController();
  clearNotices();
  document.title = `${t('frame.sign_in')} · TokenFunctions`;
  const { form, key, fault } = keyForm();
  fill(page,
    h('header', { class: 'top' }, brand(), choices()),
    banner(control.signal),
    h('main', { class: 'door' },
      h('h1', {}, t('frame.sign_in')),
      h('p', { class: 'lead' }, t('frame.sign_in_why')),
      about.platform === 'on' && organisation(),
      form));
  if (trouble && !(trouble instanceof Away)) fault(textOf(trouble, 'frame.key_ended'));
  key.focus();
  return { end: () => control.abort() };
}

function keyForm() {
  const [key, more] = ['api_key', 'functions_key'].map((name) =>
    field({ name, label: t(`frame.door_${name}`), hint: t(`frame.door_${name}_hint`), type: 'password' }));
  const keep = field({ name: 'keep', label: t('frame.keep'), type: 'checkbox', hint: t('frame.keep_hint') });
  const button = h('button', { class: 'main' }, t('frame.sign_in'));
  const enter = async (event) => {
    event.preventDefault();
    for (const one of [key, more]) one.fault('');
    // Where the service trusts the host's keys, one of those is enough.
    if (![key, more].some((one) => one.input.value.trim())) return wrong(key, t('frame.key_wanted'));
    for (const one of [key, more]) if (!isSendable(one.input.value.trim())) return wrong(one, t('frame.key_chars'));
    return busy(button, () => tryKeys(key, more, keep));
  };
  const form = h('form', { class: 'card', novalidate: true, on: { submit: enter } }, key.node, keep.node,
    about.host === 'on' && h('details', {}, h('summary', {}, t('frame.more')), more.node), button);
  return { form, key: key.input, fault: key.fault };
}

// What no header can hold would look like a service that is away.
const isSendable = (text) => /^[\x21-\x7e]*$/.test(text);

async function tryKeys(key, more, keep) {
  try {
    await signIn({ key: key.input.value.trim(), functionKey: more.input.value.trim(), keep: keep.input.checked });
  } catch (fault) {
    // Silence is told by the banner, and the key stays in its field for the next try.
    if (fault instanceof Away) return;
    if (fault.code === 'host_refused') more.node.closest('details')?.setAttribute('open', '');
    wrong(key, textOf(fault, 'frame.key_unknown'));
  }
}

// The service's own words for it are for programs.
function textOf(fault, words) {
  return fault.code === 'unauthorized' ? t(words) : fault.detail || fault.message;
}

function wrong({ input, fault }, text) {
  fault(text);
  input.focus();
}

function organisation() {
  const back = `${location.pathname}${location.hash}`;
  return h('p', {}, h('a', {
    class: 'button', href: `/.auth/login/aad?post_login_redirect_uri=${encodeURIComponent(back)}`,
  }, t('frame.organisation')));
}
