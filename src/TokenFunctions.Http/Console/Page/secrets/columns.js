import { h } from '../frame/dom.js';
import { badge } from '../frame/pieces.js';
import { link } from '../frame/router.js';
import { may } from '../frame/session.js';
import { now } from '../frame/times.js';
import { t } from '../frame/words.js';
import { realmPage, secretPage, when } from '../realms/page.js';

const SOON = 14 * 86_400_000;

/** The columns of a table of secrets. */
export const columnsOf = ({ withRealm = true } = {}) => [
  { title: t('secrets.key'), head: true, cell: (secret) => h('a', { href: link(secretPage(secret)) }, secret.key) },
  ...(withRealm ? [{ title: t('secrets.realm'), cell: (secret) => realmLink(secret.realm) }] : []),
  { title: t('secrets.stored'), class: 'broad', cell: (secret) => namesOf(secret).join(', ') },
  { title: t('secrets.lies'), cell: liesIn },
  { title: t('secrets.expires'), cell: expiry },
  { title: t('secrets.changed'), cell: (secret) => when(secret.updated_at) },
];

/** The realm's page, for who keeps all of the realm; others see its name. */
export const realmLink = (realm) => (may('admin', realm) ? h('a', { href: link(realmPage(realm)) }, realm) : realm);

/** Where its values lie, in words. */
export const liesIn = (secret) => t(`secrets.in.${placeOf(secret)}`);

const placeOf = ({ stored_in: place, vault_secret: own }) =>
  ['vault', 'table', 'own_vault_secret'].includes(place) ? place : own ? 'own_vault_secret' : 'service';

/** The names of the values that are stored; the values themselves never come back. */
export const namesOf = (secret) => [
  ...Array.from({ length: 20 }, (_, i) => `key_${i + 1}`).filter((name) => name in secret),
  ...Object.keys(secret.fields ?? {}),
];

/** When the credential ends, and a word where that is soon. */
export function expiry({ expires_at: at }) {
  if (!at) return h('span', { class: 'soft' }, t('secrets.no_expiry'));
  const left = Date.parse(at) - now();
  const kind = left <= 0 ? 'bad' : left < SOON ? 'due' : null;
  return h('span', {}, when(at), kind && [' ', badge(kind, t(kind === 'bad' ? 'secrets.expired' : 'secrets.soon'))]);
}
