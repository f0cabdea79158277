import { seg } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { link } from '../frame/router.js';
import { maySomewhere } from '../frame/session.js';
import { t } from '../frame/words.js';
import { sum } from './states.js';

// What a newcomer does next: nothing is here, or nothing was asked for yet.
export function firstSteps(place, counts, tokens, { state, keyword, realm }) {
  const all = sum(counts);
  const isPlain = !state && !keyword && !realm;
  const kind = isPlain && all === 0 ? 'empty' : isPlain && all === counts.none && maySomewhere('read') ? 'first' : '';
  if (place.dataset.kind === kind) return;
  place.dataset.kind = kind;
  fill(place, kind === 'empty' && nothing(), kind === 'first' && first(tokens[0]));
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
