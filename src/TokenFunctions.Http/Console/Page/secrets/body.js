// The part of a form that says what a secret is; made, replaced and rotated secrets are described alike.
import { h } from '../frame/dom.js';
import { field } from '../frame/pieces.js';
import { isServiceAdmin } from '../frame/session.js';
import { t } from '../frame/words.js';
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

// What a secret has beside its values: whether its token is kept warm, when it ends, which vault secret it follows.

/** `{ node, vault, read(), fault(place, text) }`, filled from a stored secret. */
export function settings(secret) {
  const warm = field({
    name: 'keep_warm',
    type: 'checkbox',
    label: t('secrets.warm'),
    hint: t('secrets.warm_hint'),
    value: secret?.keep_warm === true,
  });
  const ends = field({
    name: 'expires_at',
    type: 'datetime-local',
    label: t('secrets.expires'),
    hint: t('secrets.expires_hint'),
    value: local(secret?.expires_at),
    optional: true,
  });
  const read = () => ({
    keep_warm: warm.input.checked,
    ...(ends.input.value && { expires_at: new Date(ends.input.value).toISOString() }),
  });
  const fault = (place, text) => {
    if (place !== 'expires_at') return false;
    ends.fault(text);
    ends.input.focus();
    return true;
  };
  return { node: h('div', { class: 'stack' }, ends.node, warm.node), read, fault };
}

/** The choice between values here and one of a Key Vault; only for who may do everything, as the service has it. */
export function vaultChoice(secret, values) {
  const address = field({
    name: 'vault_secret',
    type: 'url',
    label: t('secrets.vault_secret'),
    hint: t('secrets.vault_hint'),
    value: secret?.vault_secret ?? '',
    maxlength: 2048,
  });
  const follows = field({
    name: 'follows',
    type: 'checkbox',
    label: t('secrets.follows'),
    hint: t('secrets.follows_hint'),
    value: Boolean(secret?.vault_secret),
  });
  const isOn = () => follows.input.checked;
  const turn = () => {
    values.hidden = isOn();
    address.node.hidden = !isOn();
  };
  follows.input.addEventListener('change', turn);
  turn();
  const isAllowed = isServiceAdmin() || Boolean(secret?.vault_secret);
  const fault = (place, text) => {
    if (place !== 'vault_secret') return false;
    address.fault(text);
    address.input.focus();
    return true;
  };
  return {
    node: isAllowed && h('div', { class: 'stack' }, follows.node, address.node),
    isOn,
    fault,
    value: () => address.input.value.trim(),
  };
}

// A field for dates takes the time of this machine, without a zone.
function local(iso) {
  if (!iso) return '';
  const at = new Date(iso);
  return new Date(at - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
