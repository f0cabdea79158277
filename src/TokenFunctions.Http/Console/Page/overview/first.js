import { seg } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { link } from '../frame/router.js';
import { maySomewhere } from '../frame/session.js';
import { t } from '../frame/words.js';
import { sum } from './states.js';

// What a newcomer does next: nothing is here, or nothing was asked for yet.
// Tells whether there is nothing at all, so that what is of no use then can stay away.
export function firstSteps(place, counts, tokens, { state, keyword, realm }) {
  const all = sum(counts);
  const isWhole = !state && !keyword && !realm;
  const isEmpty = isWhole && all === 0;
  const isFirst = isWhole && all > 0 && all === counts.none && maySomewhere('read');
  const kind = isEmpty ? 'empty' : isFirst ? 'first' : '';
  if (place.dataset.kind !== kind) fill(place, isEmpty && nothing(), isFirst && first(tokens[0]));
  place.dataset.kind = kind;
  return isEmpty;
}

function nothing() {
  return step(t('overview.empty_title'), maySomewhere('admin') ? t('overview.empty_admin') : t('overview.empty_caller'),
    maySomewhere('admin') && h('a', { class: 'button main', href: link('realms/new') }, t('overview.make_realm')));
}

function first({ realm, key }) {
  return step(t('overview.first_title'), t('overview.first_text', { name: `${realm} / ${key}` }),
    h('a', { class: 'button main', href: link(`try/${seg(realm)}/${seg(key)}`) }, t('overview.get_first')));
}

function step(title, text, action) {
  return h('section', { class: 'card step' }, h('h2', {}, title), h('p', {}, text), action);
}
