import { get, remove, seg } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { confirmed, notice } from '../frame/pieces.js';
import { go, link } from '../frame/router.js';
import { may } from '../frame/session.js';
import { t } from '../frame/words.js';
import { act } from '../realms/listing.js';
import { code, facts, head, part, secretPage, to, when } from '../realms/page.js';
import { expiry, liesIn, namesOf, realmLink } from './columns.js';

/** A stored secret and its ETag. */
export const storedSecret = async ({ realm, key }, signal) => {
  const { body, etag } = await get(`secret/${seg(realm)}/${seg(key)}`, {}, { signal });
  return { secret: body, etag };
};

/** A secret: all that is known of it but its values. */
export async function one(place, name, life) {
  const { secret, etag } = await storedSecret(name, life.signal);
  fill(
    place,
    head({
      trail: trailOf(name).slice(0, 2),
      title: t('secrets.title', name),
      lead: t('secrets.write_only'),
      actions: [
        // The new values are tried with the realm, which is for who keeps all of it.
        may('admin', name.realm) && to(secretPage(name, 'rotate'), t('secrets.rotate'), 'main'),
        to(secretPage(name, 'replace'), t('secrets.replace')),
        act(t('secrets.remove'), `${name.realm} / ${name.key}`, () => removed(name, etag, life.signal), 'quiet danger'),
      ],
    }),
    part(
      t('secrets.known'),
      facts([
        [t('secrets.realm'), realmLink(name.realm)],
        [t('secrets.stored'), storedNames(secret)],
        [t('secrets.lies'), liesIn(secret)],
        [t('secrets.vault_secret'), secret.vault_secret && code(secret.vault_secret)],
        [t('secrets.expires'), expiry(secret)],
        [t('secrets.warm'), t(secret.keep_warm ? 'secrets.warm_yes' : 'secrets.warm_no')],
        [t('secrets.changed'), when(secret.updated_at)],
        [t('secrets.made'), when(secret.created_at)],
      ]),
    ),
    may('read', name.realm, name.key) &&
      h('p', {}, h('a', { href: link(`try/${seg(name.realm)}/${seg(name.key)}`) }, t('secrets.try'))),
  );
}

/** The way to a page of a secret. */
export const trailOf = (name) => [
  ['secrets', t('frame.secrets')],
  [`secrets?realm=${seg(name.realm)}`, name.realm],
  [secretPage(name), name.key],
];

/** The names of stored values, each told as stored. */
export const storedNames = (secret) => {
  const names = namesOf(secret);
  return (
    names.length > 0 &&
    h(
      'ul',
      { class: 'plain' },
      names.map((name) => h('li', {}, code(name), ' ', h('span', { class: 'soft' }, t('secrets.is_stored')))),
    )
  );
};

async function removed(name, ifMatch, signal) {
  if (!(await confirmed(t('secrets.remove_sure', name), t('secrets.remove')))) return;
  await remove(`secret/${seg(name.realm)}/${seg(name.key)}`, {}, { ifMatch: ifMatch ?? undefined });
  if (signal.aborted) return;
  notice('ok', t('secrets.removed', name));
  go('secrets');
}
