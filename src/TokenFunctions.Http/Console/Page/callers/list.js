import { fill, h } from '../frame/dom.js';
import { empty } from '../frame/pieces.js';
import { link } from '../frame/router.js';
import { now } from '../frame/times.js';
import { t, tn } from '../frame/words.js';
import { sentencesOf } from './sentences.js';
import { listing } from '../realms/listing.js';
import { callerPage, head, to, when } from '../realms/page.js';

const SHOWN = 4;

/** All programs that may ask, and what for. */
export async function list(place, query, life) {
  const found = await listing({
    path: 'caller',
    address: 'callers',
    query,
    label: t('callers.search'),
    signal: life.signal,
    columns: columns(),
    none: () => empty(h('p', {}, t('callers.none')), h('p', {}, to('callers/new', t('callers.make'), 'main'))),
  });
  fill(
    place,
    head({
      title: t('frame.callers'),
      lead: t('callers.lead'),
      actions: [to('callers/new', t('callers.make'), 'main')],
    }),
    found.node,
  );
}

const columns = () => [
  {
    title: t('callers.id'),
    head: true,
    cell: (caller) => [
      h('a', { href: link(callerPage(caller.id)) }, caller.id),
      caller.comment && h('div', { class: 'soft light' }, caller.comment),
    ],
  },
  { title: t('callers.rules'), class: 'broad', cell: (caller) => rulesOf(caller.allow) },
  { title: t('callers.keys'), cell: (caller) => tn('callers.live_keys', caller.keys.filter(isLive).length) },
  { title: t('callers.used'), cell: (caller) => when(lastUse(caller.keys)) },
];

/** Rules as a list of sentences; long ones are cut where `most` says. */
export function rulesOf(rules, most = SHOWN) {
  const sentences = rules.flatMap(sentencesOf);
  if (sentences.length === 0) return h('p', { class: 'soft' }, t('callers.no_rules'));
  const rest = sentences.length - most;
  return h(
    'ul',
    { class: 'sentences' },
    sentences.slice(0, most).map((sentence) => h('li', {}, sentence)),
    rest > 0 && h('li', { class: 'soft' }, tn('callers.more_rules', rest)),
  );
}

export const isLive = (key) => !key.expires_at || Date.parse(key.expires_at) > now();

const lastUse = (keys) =>
  keys
    .map((key) => key.last_used_at)
    .filter(Boolean)
    .sort()
    .at(-1) ?? null;
