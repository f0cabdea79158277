import { field } from '../frame/pieces.js';
import { t } from '../frame/words.js';

/** The single fields of a caller, filled with what it is. */
export const inputsOf = (caller) => ({
  id: field({ name: 'id', label: t('callers.id'), hint: t('callers.id_hint'), required: true, maxlength: 128 }),
  comment: some('comment', { value: caller.comment ?? '', maxlength: 2000 }),
  networks: some('networks', {
    type: 'textarea',
    rows: 3,
    class: 'mono',
    hint: t('callers.networks_hint'),
    value: caller.networks.join('\n'),
  }),
  rate: some('rate', {
    type: 'number',
    min: 1,
    max: 100000,
    hint: t('callers.rate_hint'),
    value: caller.requests_per_second ?? '',
  }),
  app: some('entra_app', { hint: t('callers.entra_app_hint'), value: caller.entra?.app_id ?? '', maxlength: 36 }),
  role: some('entra_role', { hint: t('callers.entra_role_hint'), value: caller.entra?.role ?? '', maxlength: 120 }),
});

const some = (name, more) => field({ name, label: t(`callers.${name}`), optional: true, ...more });

/** What they say, as it is sent. */
export const settingsOf = ({ comment, networks, rate, app, role }) => ({
  comment: textOf(comment) || null,
  networks: networks.input.value.split(/[\s,]+/).filter(Boolean),
  requests_per_second: textOf(rate) ? Number(textOf(rate)) : null,
  entra: entraOf(textOf(app), textOf(role)),
});

const entraOf = (app, role) => (app || role ? { ...(app && { app_id: app }), ...(role && { role }) } : null);

export const textOf = (one) => one.input.value.trim();
