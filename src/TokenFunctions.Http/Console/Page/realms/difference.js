import { h } from '../frame/dom.js';
import { t, tn } from '../frame/words.js';
import { differences, hunks } from './diff.js';

const SIGNS = { in: '+', out: '−', same: ' ' };

/** What differs, for eyes by colour and sign, for screen readers by a word. */
export function difference(before, after) {
  const lines = differences(before, after).filter((line) => before || line.kind !== 'out');
  if (lines.every((line) => line.kind === 'same')) return h('p', {}, t('editor.same'));
  return h(
    'div',
    { class: 'diff', tabindex: 0, role: 'group', 'aria-label': t('editor.diff') },
    h('ol', {}, hunks(lines).map(row)),
  );
}

function row(line) {
  if (line.kind === 'gap') return h('li', { class: 'gap' }, tn('editor.gap', line.count));
  return h(
    'li',
    { class: line.kind },
    h('span', { class: 'no', 'aria-hidden': 'true' }, line.to ?? line.from),
    h('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[line.kind]),
    line.kind !== 'same' && h('span', { class: 'unseen' }, `${t(`editor.${line.kind}`)} `),
    h('span', { class: 'mono' }, line.text),
  );
}
