import { h } from '../frame/dom.js';
import { t } from '../frame/words.js';

/** Where in a sequence one is: `{ node, at(name), done() }`. */
export function steps(names) {
  const items = names.map((name) => h('li', {}, t(`secrets.step_${name}`)));
  const node = h('ol', { class: 'steps', 'aria-label': t('secrets.steps') }, items);
  const mark = (reached) =>
    items.forEach((item, i) => {
      item.classList.toggle('passed', i < reached);
      if (i === reached) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
    });
  mark(0);
  return { node, at: (name) => mark(names.indexOf(name)), done: () => mark(names.length) };
}
