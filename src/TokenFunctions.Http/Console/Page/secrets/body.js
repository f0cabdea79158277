// The part of a form that says what a secret is; made, replaced and rotated secrets are described alike.
import { h } from '../frame/dom.js';
import { t } from '../frame/words.js';
import { settings, vaultChoice } from './settings.js';
import { valuesOf } from './values.js';

/** `{ node, ask, read(), told(fault), isTouched(), clear() }`; `read()` is what is sent but for realm and key. */
export function secretBody(fields, secret, { withVault = true } = {}) {
  const values = valuesOf(fields);
  const group = h('fieldset', { class: 'group' }, h('legend', {}, t('secrets.values')), values.node);
  const vault = vaultChoice(secret, group);
  const rest = settings(secret);

  function read() {
    if (withVault && vault.isOn()) return { ...rest.read(), vault_secret: vault.value() };
    const given = values.read();
    return given && { ...rest.read(), ...given };
  }

  return {
    node: h('div', { class: 'stack' }, group, withVault && vault.node, rest.node),
    ask: values.ask,
    read,
    isTouched: values.isTouched,
    clear: values.clear,
    // Whether the fault is told at its field.
    told: ({ field, detail }) => [values, vault, rest].some((part) => field && part.fault(field, detail)),
  };
}

/** The fields of the realm, and those that are stored beside them, so that none is forgotten. */
export const withStored = (fields, names) => [
  ...fields,
  ...names
    .filter((name) => fields.every((f) => f.field !== name))
    .map((field) => ({ field, label: t('secrets.was_stored'), confidential: true, required: false })),
];
