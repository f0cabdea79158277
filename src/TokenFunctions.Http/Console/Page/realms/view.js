import { get, seg } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { link } from '../frame/router.js';
import { t } from '../frame/words.js';
import { fromCurl } from './curl.js';
import { emptyRealm } from './definition.js';
import { edit, editNew } from './edit.js';
import { takeBack } from './guard.js';
import { list } from './list.js';
import { one } from './one.js';
import { head, realmPage } from './page.js';
import { fromPreset } from './presets.js';
import { trial } from './trial.js';

const pages = { show: one, edit, test };

export async function show(place, { parts, query }, life) {
  const [id, what] = parts;
  if (id === undefined) return list(place, query, life);
  if (id === 'new' && what === undefined) return make(place, query, life);
  return (pages[what ?? 'show'] ?? one)(place, id, life);
}

/** The ways to a new realm; each has an address of its own. */
export async function make(place, query, life) {
  const trail = [
    ['realms', t('frame.realms')],
    ['realms/new', t('realms.new')],
  ];
  const back = takeBack(location.hash);
  if (back) return editNew(place, { text: back.text, fields: back.fields, isWork: true, trail }, life);
  if (query.from === 'preset') return fromPreset(place, query, trail, life);
  if (query.from === 'curl') return fromCurl(place, trail, life);
  if (query.from === 'empty') return editNew(place, { text: emptyRealm(), trail }, life);
  fill(
    place,
    head({ trail: trail.slice(0, 1), title: t('realms.new'), lead: t('realms.new_lead') }),
    h('ul', { class: 'ways' }, ['preset', 'curl', 'empty'].map(way)),
  );
}

const way = (from) =>
  h(
    'li',
    {},
    h(
      'a',
      { href: link(`realms/new?from=${from}`) },
      h('strong', {}, t(`realms.way.${from}`)),
      h('span', {}, t(`realms.way_why.${from}`)),
    ),
  );

/** The test run of a stored realm. */
export async function test(place, id, life) {
  const { body } = await get(`realm/${seg(id)}`, {}, { signal: life.signal });
  const node = await trial({ realm: () => body, signal: life.signal });
  fill(
    place,
    head({
      trail: [
        ['realms', t('frame.realms')],
        [realmPage(id), id],
      ],
      title: t('trial.title_of', { id }),
    }),
    node,
  );
}
