import { banner } from './banner.js';
import { brand, choices } from './choices.js';
import { fill, h } from './dom.js';
import { begin, end, mayLeave } from './router.js';
import { session, signOut } from './session.js';
import { hasWords, t } from './words.js';
import { visibleViews } from './views.js';

// The page of someone who is in: head, navigation, and the place of the view.
export function showShell(page) {
  const control = new AbortController();
  const main = h('main', { id: 'main', tabindex: '-1' });
  const links = new Map(visibleViews().map((view) => [view.name, h('a', { href: `#/${view.name}` }, t(view.title))]));
  const mark = ({ detail }) => links.forEach((node, name) =>
    name === detail ? node.setAttribute('aria-current', 'page') : node.removeAttribute('aria-current'));
  document.addEventListener('view', mark, { signal: control.signal });
  fill(page,
    skip(main),
    h('header', { class: 'top' }, h('a', { class: 'home', href: '#/' }, brand()), navigation(links), person()),
    banner(control.signal),
    main);
  begin(main);
  return { end: () => { control.abort(); end(); } };
}

// A link to '#main' would be taken for a view.
function skip(main) {
  return h('button', { type: 'button', class: 'skip', on: { click: () => main.focus() } }, t('frame.skip'));
}

function navigation(links) {
  const list = h('ul', { id: 'views' }, [...links.values()].map((node) => h('li', {}, node)));
  const fold = (isOpen) => { opener.setAttribute('aria-expanded', isOpen); nav.classList.toggle('open', isOpen); };
  const opener = h('button', {
    type: 'button', class: 'opener', 'aria-expanded': 'false', 'aria-controls': 'views',
    on: { click: () => fold(!nav.classList.contains('open')) },
  }, t('frame.menu'));
  list.addEventListener('click', () => fold(false));
  const nav = h('nav', { class: 'views', 'aria-label': t('frame.views') }, opener, list);
  nav.addEventListener('keydown', (event) => { if (event.key === 'Escape') { fold(false); opener.focus(); } });
  return nav;
}

// This machine needs no key, so there is nothing to leave.
function person() {
  const leave = session.who.kind === 'local' && !session.byKey ? null
    : h('button', { type: 'button', class: 'quiet', on: { click: leaveAll } }, t('frame.sign_out'));
  return h('div', { class: 'person' }, choices(),
    h('span', { class: 'who' }, h('span', { class: 'unseen' }, `${t('frame.signed_in_as')} `), nameOf(session.who)),
    leave);
}

// Requesters that are no callers have no name that somebody gave them.
const nameOf = ({ kind, name }) => (hasWords(`frame.who_${kind}`) ? t(`frame.who_${kind}`) : name);

async function leaveAll() {
  if (!await mayLeave()) return;
  const isPlatform = !session.byKey && document.documentElement.dataset.platform === 'on';
  signOut();
  if (isPlatform) location.assign(`/.auth/logout?post_logout_redirect_uri=${encodeURIComponent(location.pathname)}`);
  else history.replaceState(null, '', '#/');
}
