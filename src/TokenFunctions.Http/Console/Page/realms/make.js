import { fill, h } from '../frame/dom.js';
import { link } from '../frame/router.js';
import { t } from '../frame/words.js';
import { fromCurl } from './curl.js';
import { emptyRealm } from './definition.js';
import { editNew } from './edit.js';
import { head } from './page.js';
import { fromPreset } from './presets.js';

/** The ways to a new realm; each has an address of its own. */
export async function make(place, query, life) {
  const trail = [
    ['realms', t('frame.realms')],
    ['realms/new', t('realms.new')],
  ];
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
      h('strong', {}, t(`realms.from_${from}`)),
      h('span', {}, t(`realms.from_${from}_why`)),
    ),
  );
