import { h } from '../frame/dom.js';
import { number } from '../frame/times.js';
import { t, tn } from '../frame/words.js';
import { sum, troubled } from './states.js';

// The one sentence that is read out when it changes; the rows change silently.
export function summary() {
  const node = h('p', { class: 'lead', role: 'status' });
  return {
    node,
    show(counts, { keyword, realm }) {
      const text = sentence(sum(counts), sum(counts, troubled), keyword || realm);
      if (node.textContent !== text) node.textContent = text;
    },
  };
}

function sentence(all, bad, isPart) {
  if (all === 0) return isPart ? t('overview.none_found') : t('overview.no_tokens');
  return bad > 0 ? tn('overview.in_trouble', bad, { all: number(all) }) : tn('overview.all_well', all);
}
