import { askNow, isAway, reach } from './away.js';
import { h, fill } from './dom.js';
import { busy } from './notices.js';
import { t } from './words.js';

// What was typed stays where it is while this is shown.
export function banner(signal) {
  const node = h('div', { class: 'banner', role: 'status' });
  const draw = () => fill(node, isAway() && h('div', { class: 'away' },
    h('p', {}, t('frame.away_long')),
    h('button', { type: 'button', on: { click: (event) => busy(event.currentTarget, askNow) } }, t('frame.ask_now'))));
  reach.addEventListener('away', draw, { signal });
  reach.addEventListener('back', draw, { signal });
  draw();
  return node;
}
