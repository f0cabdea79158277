import { fill, h } from '../frame/dom.js';
import { empty } from '../frame/pieces.js';
import { link } from '../frame/router.js';
import { isServiceAdmin, session } from '../frame/session.js';
import { t } from '../frame/words.js';
import { listing } from './listing.js';
import { code, head, realmPage, to, when } from './page.js';

/** All realms that the requester keeps. */
export async function list(place, query, life) {
  const found = await listing({
    path: 'realm',
    address: 'realms',
    query,
    label: t('realms.search'),
    signal: life.signal,
    columns: columns(),
    none: nobody,
  });
  fill(
    place,
    head({
      title: t('frame.realms'),
      lead: t('realms.lead'),
      actions: mayMake() ? [to('realms/new', t('realms.make'), 'main')] : [],
    }),
    found.node,
  );
}

const columns = () => [
  { title: t('realms.id'), head: true, cell: (realm) => h('a', { href: link(realmPage(realm.id)) }, realm.id) },
  { title: t('realms.kind'), cell: kindOf },
  { title: t('realms.comment'), class: 'broad', cell: (realm) => realm.comment ?? '' },
  { title: t('realms.changed'), cell: (realm) => when(realm.updated_at) },
  { title: t('realms.version'), class: 'number', cell: (realm) => code(realm.version) },
];

/** What a realm is made of. */
export function kindOf(realm) {
  if (realm.preset) return h('span', {}, t('realms.of_preset'), ' ', code(realm.preset));
  return t(realm.logic_code ? 'realms.of_code' : 'realms.of_config');
}

function nobody() {
  if (!mayMake()) return empty(t('realms.none_whole'));
  return empty(h('p', {}, t('realms.none')), h('p', {}, to('realms/new?from=preset', t('realms.make_first'), 'main')));
}

const ALL = /^\*+$/;

/** Whether there is a name under which the requester may make a realm; which one the service says. */
export const mayMake = () =>
  isServiceAdmin() || session.who.may.rules.some((rule) => rule.verbs.includes('admin') && ALL.test(rule.key));
