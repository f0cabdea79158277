import { h } from './dom.js';
import { number } from './times.js';
import { t } from './words.js';

export const badge = (kind, text) => h('span', { class: `badge ${kind}` }, text);
export const empty = (...content) => h('div', { class: 'empty' }, content);

// The roles are said, because tables that are laid out as cards on phones lose theirs.
// columns: [{ title, cell: (row) => content, head: true of the column that names the row, class }].
export function tableOf(columns, rows, caption) {
  return h('table', { class: 'cards', role: 'table' },
    caption && h('caption', { class: 'unseen' }, caption),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, columns.map((c) =>
      h('th', { scope: 'col', role: 'columnheader', class: c.class }, c.title)))),
    h('tbody', { role: 'rowgroup' }, rows.map((row) => rowOf(columns, row))));
}

export function rowOf(columns, row) {
  return h('tr', { role: 'row' }, columns.map((c) => c.head
    ? h('th', { scope: 'row', role: 'rowheader', class: c.class }, c.cell(row))
    : h('td', { role: 'cell', class: c.class, 'data-title': c.title }, h('div', {}, c.cell(row)))));
}

// Pages count from 1.
export function pager(total, page, size, onPage) {
  const last = Math.max(1, Math.ceil(total / size));
  const step = (to, text) => h('button', {
    type: 'button', class: 'quiet', disabled: to < 1 || to > last, on: { click: () => onPage(to) },
  }, text);
  return h('nav', { class: 'pager', 'aria-label': t('frame.pages') },
    step(page - 1, t('frame.before')),
    h('span', {}, t('frame.page', { page: number(page), last: number(last), total: number(total) })),
    step(page + 1, t('frame.after')));
}
