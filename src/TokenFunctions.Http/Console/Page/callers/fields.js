import { h } from '../frame/dom.js';
import { field } from '../frame/pieces.js';
import { t } from '../frame/words.js';
import { endField, endOf } from './keys.js';
import { rulesField } from './rules.js';
import { part } from '../realms/page.js';

/** All of a caller while it is made or changed: `{ node, read(), fault(place, text), state() }`. */
export function callerFields(caller, { isNew, realms }) {
  const own = inputsOf(caller);
  const { id, comment, networks, rate, app, role } = own;
  const rules = rulesField(caller.allow, realms);
  const key = firstKey();

  function read() {
    id.fault(isNew && !textOf(id) ? t('callers.id_missing') : '');
    if (isNew && !textOf(id)) return void id.input.focus();
    const allow = rules.read();
    return allow && { ...(isNew && { id: textOf(id), ...key.read() }), ...settingsOf(own), allow };
  }

  // Says at its field what the service says of it; false = there is no such field.
  function fault(place, text) {
    if (place.startsWith('allow')) return rules.fault(place, text);
    const [name] = place.replace(/^entra\./, '').split('[');
    const places = { ...own, requests_per_second: rate, app_id: app, entra: app, expires_at: key.ends };
    places[name]?.fault(text);
    places[name]?.input.focus();
    return name in places;
  }

  const bounds = h(
    'details',
    { class: 'more', open: isBounded(caller) },
    h('summary', {}, t('callers.bounds')),
    h('div', { class: 'stack' }, networks.node, rate.node, h('div', { class: 'row' }, app.node, role.node)),
  );
  const node = h(
    'div',
    { class: 'stack' },
    h('div', { class: 'row' }, isNew && id.node, comment.node),
    part(t('callers.rules'), rules.node),
    isNew && key.node,
    bounds,
  );
  return { node, read, fault, state: () => JSON.stringify([textOf(id), rules.value(), settingsOf(own)]) };
}

function firstKey() {
  const wanted = field({
    name: 'key',
    type: 'checkbox',
    label: t('callers.with_key'),
    hint: t('callers.with_key_hint'),
    value: true,
  });
  const ends = endField();
  wanted.input.addEventListener('change', () => {
    ends.node.hidden = !wanted.input.checked;
  });
  return {
    node: part(t('callers.first_key'), wanted.node, ends.node),
    ends,
    read: () => (wanted.input.checked ? endOf(ends) : { key: false }),
  };
}

const isBounded = ({ networks, requests_per_second: rate, entra }) =>
  networks.length > 0 || rate !== null || Boolean(entra);

/** The single fields of a caller, filled with what it is. */
export const inputsOf = (caller) => ({
  id: field({ name: 'id', label: t('callers.id'), hint: t('callers.id_hint'), required: true, maxlength: 128 }),
  comment: some('comment', t('callers.comment'), { value: caller.comment ?? '', maxlength: 2000 }),
  networks: some('networks', t('callers.networks'), {
    type: 'textarea',
    rows: 3,
    class: 'mono',
    hint: t('callers.networks_hint'),
    value: caller.networks.join('\n'),
  }),
  rate: some('rate', t('callers.rate'), {
    type: 'number',
    min: 1,
    max: 100000,
    hint: t('callers.rate_hint'),
    value: caller.requests_per_second ?? '',
  }),
  app: some('entra_app', t('callers.entra_app'), {
    hint: t('callers.entra_app_hint'),
    value: caller.entra?.app_id ?? '',
    maxlength: 36,
  }),
  role: some('entra_role', t('callers.entra_role'), {
    hint: t('callers.entra_role_hint'),
    value: caller.entra?.role ?? '',
    maxlength: 120,
  }),
});

const some = (name, label, more) => field({ name, label, optional: true, ...more });

/** What they say, as it is sent. */
export const settingsOf = ({ comment, networks, rate, app, role }) => ({
  comment: textOf(comment) || null,
  networks: networks.input.value.split(/[\s,]+/).filter(Boolean),
  requests_per_second: textOf(rate) ? Number(textOf(rate)) : null,
  entra: entraOf(textOf(app), textOf(role)),
});

const entraOf = (app, role) => (app || role ? { ...(app && { app_id: app }), ...(role && { role }) } : null);

export const textOf = (one) => one.input.value.trim();
