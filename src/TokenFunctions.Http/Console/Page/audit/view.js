import { fill, h } from '../frame/dom.js';
import { t } from '../frame/words.js';

export async function show(place) {
  fill(place, h('h1', {}, t('frame.audit')));
}
