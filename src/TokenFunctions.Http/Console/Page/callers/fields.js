import { h } from '../frame/dom.js';
import { field } from '../frame/pieces.js';
import { t } from '../frame/words.js';
import { part } from '../realms/page.js';
import { endField, endOf } from './keys.js';
import { rulesField } from './rules.js';

/** All of a caller while it is made or changed: `{ node, read(), fault(place, text), state() }`. */
export function callerFields(caller, { isNew, realms }) {
  const id = field({ name: 'id', label: t('callers.id'), hint: t('callers.id_hint'), required: true, maxlength: 128 });
  const comment = field({ name: 'comment', label: t('callers.comment'), value: caller.comment ?? '', optional: true, maxlength: 2000 });
  const rules = rulesField(caller.allow, realms);
  const networks = field({
    name: 'networks', type: 'textarea', rows: 3, class: 'mono', label: t('callers.networks'), hint: t('callers.networks_hint'),
    value: caller.networks.join('\n'), optional: true,
  });
  const rate = field({
    name: 'requests_per_second', type: 'number', min: 1, max: 100000, label: t('callers.rate'), hint: t('callers.rate_hint'),
    value: caller.requests_per_second ?? '', optional: true,
  });
  const app = field({ name: 'app_id', label: t('callers.entra_app'), hint: t('callers.entra_app_hint'), value: caller.entra?.app_id ?? '', optional: true, maxlength: 36 });
  const role = field({ name: 'role', label: t('callers.entra_role'), hint: t('callers.entra_role_hint'), value: caller.entra?.role ?? '', optional: true, maxlength: 120 });
  const withKey = field({ name: 'key', type: 'checkbox', label: t('callers.with_key'), hint: t('callers.with_key_hint'), value: true });
  const ends = endField();
  withKey.input.addEventListener('change', () => { ends.node.hidden = !withKey.input.checked; });
  const textOf = one => one.input.value.trim();

  function read() {
    id.fault(isNew && !textOf(id) ? t('callers.id_missing') : '');
    if (isNew && !textOf(id)) return void id.input.focus();
    const allow = rules.read();
    return allow && { ...(isNew && { id: textOf(id), ...keyOf(withKey, ends) }), ...rest(allow) };
  }

  const rest = allow => ({
    comment: textOf(comment) || null, allow,
    networks: networks.input.value.split(/[\s,]+/).filter(Boolean),
    requests_per_second: textOf(rate) ? Number(textOf(rate)) : null,
    entra: textOf(app) || textOf(role) ? { ...(textOf(app) && { app_id: textOf(app) }), ...(textOf(role) && { role: textOf(role) }) } : null,
  });

  // Says at its field what the service says of it; false = there is no such field.
  function fault(place, text) {
    if (place.startsWith('allow')) return rules.fault(place, text);
    const [name] = place.replace(/^entra\./, '').split('[');
    const one = { id, comment, networks, requests_per_second: rate, app_id: app, role, entra: app, expires_at: ends }[name];
    one?.fault(text);
    one?.input.focus();
    return one !== undefined;
  }

  const node = h('div', { class: 'stack' },
    h('div', { class: 'row' }, isNew && id.node, comment.node),
    part(t('callers.rules'), rules.node),
    isNew && part(t('callers.first_key'), withKey.node, ends.node),
    h('details', { class: 'more', open: bounded(caller) }, h('summary', {}, t('callers.bounds')),
      h('div', { class: 'stack' }, networks.node, rate.node, h('div', { class: 'row' }, app.node, role.node))));
  return { node, read, fault, state: () => JSON.stringify([textOf(id), rules.value(), rest([])]) };
}

const keyOf = (withKey, ends) => withKey.input.checked ? endOf(ends) : { key: false };
const bounded = ({ networks, requests_per_second: rate, entra }) => networks.length > 0 || rate !== null || Boolean(entra);
