import { fill, h } from '../frame/dom.js';
import { empty, field } from '../frame/pieces.js';
import { t } from '../frame/words.js';
import { listing } from '../realms/listing.js';
import { head, to } from '../realms/page.js';
import { columnsOf } from './columns.js';
import { make } from './make.js';
import { realmNames } from './needs.js';
import { one } from './one.js';
import { replace } from './replace.js';
import { rotate } from './rotate.js';

const pages = { show: one, replace, rotate };

export async function show(place, { parts, query }, life) {
  const [realm, key, what] = parts;
  if (key === undefined) return realm === 'new' ? make(place, query, life) : list(place, query, life);
  return (pages[what ?? 'show'] ?? one)(place, { realm, key }, life);
}

/** All secrets that the requester keeps, by realm and by a part of the key. */
export async function list(place, query, life) {
  const realm = field({
    name: 'realm',
    type: 'select',
    label: t('secrets.realm'),
    value: query.realm ?? '',
    options: [{ value: '', text: t('secrets.any_realm') }, ...(await choices(query.realm, life.signal))],
  });
  const found = await listing({
    path: 'secret',
    address: 'secrets',
    query,
    label: t('secrets.search'),
    signal: life.signal,
    more: () => ({ realm: realm.input.value }),
    columns: columnsOf(),
    none: () => empty(h('p', {}, t('secrets.none')), h('p', {}, to('secrets/new', t('secrets.make'), 'main'))),
  });
  realm.input.addEventListener('change', found.anew);
  found.search.node.after(realm.node);
  fill(
    place,
    head({
      title: t('frame.secrets'),
      lead: t('secrets.lead'),
      actions: [to('secrets/new', t('secrets.make'), 'main')],
    }),
    found.node,
  );
}

async function choices(wanted, signal) {
  const names = await realmNames(signal);
  return wanted && !names.includes(wanted) ? [wanted, ...names] : names;
}
