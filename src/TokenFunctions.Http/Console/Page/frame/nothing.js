import { fill, h } from './dom.js';
import { t } from './words.js';

// For a requester without any rule.
export async function show(place) {
  fill(place, h('h1', {}, t('frame.nothing')), h('p', { class: 'lead' }, t('frame.nothing_why')));
}
