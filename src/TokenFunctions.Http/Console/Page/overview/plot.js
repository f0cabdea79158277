import { h, svg } from '../frame/dom.js';
import { hour, number } from '../frame/times.js';
import { t, tn } from '../frame/words.js';

const [step, wide, high] = [5, 4, 48];

// Bars drawn by hand, and the same in a sentence for those who do not see them.
export function plot(list, { title, layers, total, failed, hours }) {
  const most = Math.max(1, ...list.map(total));
  const width = Math.max(1, list.length) * step;
  const bars = layers.map((layer) => svg('g', { class: layer.name },
    list.map((one, i) => bar(i, layer.value(one) && layer.height(one), most))));
  return h('figure', { class: 'card plot' },
    h('figcaption', {}, h('h2', {}, title), h('p', {}, words(list, total, failed, hours))),
    svg('svg', { viewBox: `0 0 ${width} ${high}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('path', { class: 'ground', d: `M0 ${high - .5}H${width}` }), bars),
    h('div', { class: 'axis', 'aria-hidden': 'true' },
      h('span', {}, list.length ? hour(list[0].from) : ''), h('span', {}, t('overview.now'))));
}

function bar(at, value, most) {
  if (!value) return null;
  const tall = Math.max(1.5, (value / most) * (high - 2));
  return svg('rect', { x: at * step, y: high - tall, width: wide, height: tall });
}

function words(list, total, failed, hours) {
  const sum = (of) => list.reduce((all, one) => all + of(one), 0);
  const all = sum(total);
  const parts = [t('overview.in_hours', { count: number(all), hours })];
  if (failed) parts.push(tn('overview.failed_calls', sum(failed)));
  const peak = list.reduce((best, one) => (total(one) > total(best) ? one : best), list[0]);
  if (all > 0) parts.push(t('overview.peak', { count: number(total(peak)), when: hour(peak.from) }));
  return parts.join(' · ');
}
