// A test run: the provider is asked once, nothing is stored, and everything is shown that can be.
import { get, post, seg } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { busy, dialog, field, notice, problem } from '../frame/pieces.js';
import { t } from '../frame/words.js';
import { sendable } from './definition.js';
import { form, submit } from './page.js';
import { sequence } from './sequence.js';
import { needs } from '../secrets/needs.js';
import { valuesOf } from '../secrets/values.js';

/** The form and its result. `realm()` is the realm as it stands; `unsaved()` its text where it is not stored. */
export async function trial({ realm, unsaved, signal, key }) {
  const wanted = await needs(realm(), signal);
  const keys = await keysOf(realm()?.id, signal);
  const choice = field({
    name: 'with',
    type: 'select',
    label: t('trial.with'),
    value: key ?? keys[0] ?? '',
    options: [
      ...keys.map((one) => ({ value: one, text: t('trial.key', { key: one }) })),
      { value: '', text: t('trial.given') },
    ],
  });
  const values = valuesOf(wanted.fields);
  const inputs = wanted.inputs.map((name) =>
    field({ name, label: name, type: 'password', hint: t('trial.input_hint'), optional: true }),
  );
  const force = field({ name: 'force', type: 'checkbox', label: t('trial.force'), hint: t('trial.force_hint') });
  const result = h('div', { class: 'trial-result', tabindex: '-1' });
  const given = h('fieldset', { class: 'given' }, h('legend', {}, t('trial.values')), values.node);
  const choose = () => {
    given.hidden = choice.input.value !== '';
  };

  function asked() {
    const body = { force: force.input.checked };
    const pushed = inputs.filter((one) => one.input.value).map((one) => [one.input.name, one.input.value]);
    if (pushed.length) body.inputs = Object.fromEntries(pushed);
    if (choice.input.value) return { ...body, key: choice.input.value };
    const secret = values.isEmpty() ? {} : values.read();
    return secret && { ...body, secret };
  }

  const run = (pressed) =>
    busy(pressed, async () => {
      if (!realm()) return notice('bad', t('editor.not_json'));
      // The text above may read other fields by now.
      if (unsaved) values.ask((await needs(realm(), signal)).fields);
      const body = asked();
      if (!body) return;
      const told = await askTrial({ realm: realm()?.id, unsaved: unsaved && sendable(unsaved()), body }).catch(problem);
      if (!told || signal.aborted) return;
      fill(result, told instanceof Node ? told : sequence(told));
      result.focus();
      result.scrollIntoView({ block: 'nearest' });
    });

  choice.input.addEventListener('change', choose);
  choose();
  return h(
    'div',
    { class: 'trial' },
    h('p', { class: 'lead' }, t('trial.lead')),
    form(
      run,
      choice.node,
      given,
      inputs.length > 0 &&
        h(
          'fieldset',
          {},
          h('legend', {}, t('trial.inputs')),
          inputs.map((one) => one.node),
        ),
      force.node,
      h('div', { class: 'actions' }, submit(t('trial.run'))),
    ),
    result,
  );
}

/** The trial as it is answered; null = the person would rather not. Throws what else was refused. */
export async function askTrial({ realm, unsaved, body, why }) {
  const ask = (more) =>
    unsaved
      ? post('realm-test', { realm: unsaved, ...body, ...more })
      : post(`realm/${seg(realm)}/test`, { ...body, ...more });
  try {
    return (await ask()).body;
  } catch (fault) {
    if (fault.code !== 'trial_has_effects') throw fault;
    return (await agreed(fault, why)) ? (await ask({ confirm: true })).body : null;
  }
}

const agreed = (fault, why) =>
  dialog({
    title: t('trial.effects'),
    body: h('div', {}, h('p', {}, fault.detail), h('p', {}, why ?? t('trial.effects_why'))),
    actions: [
      { value: null, text: t('frame.cancel') },
      { value: true, text: t('trial.anyway'), kind: 'bad' },
    ],
  });

async function keysOf(realm, signal) {
  if (!realm) return [];
  try {
    const { body } = await get('secret', { realm, pageSize: 500 }, { signal });
    return body.data.list.map((secret) => secret.key);
  } catch (fault) {
    if (fault.status !== 400 && fault.status !== 403) throw fault;
    return [];
  }
}
