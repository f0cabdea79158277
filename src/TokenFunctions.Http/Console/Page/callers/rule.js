// One rule while it is made: where, what, and the sentence that it comes to.
import { fill, h } from '../frame/dom.js';
import { field } from '../frame/pieces.js';
import { t } from '../frame/words.js';
import { sentencesOf } from './sentences.js';

const VERBS = ['read', 'flush', 'status', 'input', 'admin'];
const PATTERN = /^[A-Za-z0-9._@*-]{1,128}$/;

/** `{ node, read(), fault(place, text) }`; `read()` is null where something is missing, and the field says so. */
export function ruleField({ rule, number, realms, changed, gone }) {
  const realm = field({
    name: 'realm',
    label: t('callers.realm'),
    value: rule.realm,
    options: realms,
    hint: t('callers.pattern'),
    required: true,
    maxlength: 128,
  });
  const key = field({
    name: 'key',
    label: t('callers.key'),
    value: rule.key,
    hint: t('callers.pattern'),
    required: true,
    maxlength: 128,
  });
  const ticks = VERBS.map((verb) =>
    field({
      name: verb,
      type: 'checkbox',
      label: verb,
      hint: t(`callers.verb.${verb}`),
      value: rule.verbs.includes(verb),
    }),
  );
  const missing = h('p', { class: 'fault' });
  const preview = h('div', { class: 'preview' });
  const verbs = () => ticks.filter((tick) => tick.input.checked).map((tick) => tick.input.name);
  const value = () => ({ realm: realm.input.value.trim(), key: key.input.value.trim(), verbs: verbs() });

  function told() {
    const sentences = sentencesOf(value());
    fill(
      preview,
      sentences.length ? sentences.map((s) => h('p', {}, s)) : h('p', { class: 'soft' }, t('callers.no_sentence')),
    );
    changed();
  }

  function read() {
    [realm, key].forEach((one) => one.fault(PATTERN.test(one.input.value.trim()) ? '' : t('callers.bad_pattern')));
    missing.textContent = verbs().length ? '' : t('callers.no_verb');
    const wrong = [realm, key].find((one) => !PATTERN.test(one.input.value.trim()));
    if (wrong) return void wrong.input.focus();
    if (verbs().length === 0) return void ticks[0].input.focus();
    return value();
  }

  const fault = (place, text) => {
    const one = { realm, key }[place];
    if (!one) return void (missing.textContent = text);
    one.fault(text);
    one.input.focus();
  };
  const node = h(
    'fieldset',
    { class: 'group rule' },
    h('legend', {}, t('callers.rule', { number })),
    h('div', { class: 'row' }, realm.node, key.node),
    h(
      'fieldset',
      { class: 'verbs' },
      h('legend', {}, t('callers.verbs')),
      ticks.map((tick) => tick.node),
      missing,
    ),
    h('div', { class: 'said', 'aria-live': 'polite' }, preview),
    h(
      'div',
      {},
      h(
        'button',
        {
          type: 'button',
          class: 'quiet danger',
          'aria-label': `${t('callers.rule_drop')}: ${number}`,
          on: { click: gone },
        },
        t('callers.rule_drop'),
      ),
    ),
  );
  node.addEventListener('input', told);
  told();
  return { node, read, value, fault };
}
