// What differs between two texts, line by line: the longest common subsequence of what lies between equal ends.
import { h } from '../frame/dom.js';
import { t, tn } from '../frame/words.js';

const MOST_CELLS = 4_000_000;

/** The lines of both in order: `{ kind: 'same'|'out'|'in', text, from, to }`, numbered from 1. */
export function differences(before, after) {
  const a = split(before);
  const b = split(after);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const middle = between(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return number([...same(a.slice(0, head)), ...middle, ...same(a.slice(a.length - tail))]);
}

const split = (text) => text.replace(/\n$/, '').split('\n');
const same = (lines) => lines.map((text) => ({ kind: 'same', text }));

function between(a, b) {
  // So much differs only when all does; then a finer look tells nobody anything.
  if (a.length * b.length > MOST_CELLS) return [...out(a), ...into(b)];
  const longest = table(a, b);
  const lines = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      lines.push({ kind: 'same', text: a[i] });
      i++;
      j++;
    } else if (longest[i + 1][j] >= longest[i][j + 1]) lines.push({ kind: 'out', text: a[i++] });
    else lines.push({ kind: 'in', text: b[j++] });
  }
  return [...lines, ...out(a.slice(i)), ...into(b.slice(j))];
}

const out = (lines) => lines.map((text) => ({ kind: 'out', text }));
const into = (lines) => lines.map((text) => ({ kind: 'in', text }));

function table(a, b) {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      rows[i][j] = a[i] === b[j] ? rows[i + 1][j + 1] + 1 : Math.max(rows[i + 1][j], rows[i][j + 1]);
    }
  }
  return rows;
}

function number(lines) {
  let [from, to] = [0, 0];
  return lines.map((line) => ({
    ...line,
    from: line.kind === 'in' ? null : ++from,
    to: line.kind === 'out' ? null : ++to,
  }));
}

/** Only what changed, with `around` equal lines about it; `{ kind: 'gap', count }` stands for the rest. */
export function hunks(lines, around = 3) {
  const near = new Uint8Array(lines.length);
  lines.forEach((line, i) => {
    if (line.kind !== 'same') near.fill(1, Math.max(0, i - around), i + around + 1);
  });
  const shown = [];
  lines.forEach((line, i) => {
    if (near[i]) shown.push(line);
    else if (shown.at(-1)?.kind === 'gap') shown.at(-1).count++;
    else shown.push({ kind: 'gap', count: 1 });
  });
  return shown;
}

const SIGNS = { in: '+', out: '−', same: ' ' };

/** What differs, for eyes by colour and sign, for screen readers by a word. */
export function difference(before, after) {
  const lines = differences(before, after).filter((line) => before || line.kind !== 'out');
  if (lines.every((line) => line.kind === 'same')) return h('p', {}, t('editor.same'));
  return h(
    'div',
    { class: 'diff', tabindex: 0, role: 'group', 'aria-label': t('editor.diff') },
    h('ol', {}, hunks(lines).map(rowOf)),
  );
}

function rowOf(line) {
  if (line.kind === 'gap') return h('li', { class: 'gap' }, tn('editor.gap', line.count));
  return h(
    'li',
    { class: line.kind },
    h('span', { class: 'no', 'aria-hidden': 'true' }, line.to ?? line.from),
    h('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[line.kind]),
    line.kind !== 'same' && h('span', { class: 'unseen' }, `${t(`editor.sign.${line.kind}`)} `),
    h('span', { class: 'mono' }, line.text),
  );
}
