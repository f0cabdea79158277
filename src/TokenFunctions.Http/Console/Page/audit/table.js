import { h } from '../frame/dom.js';
import { badge, tableOf } from '../frame/pieces.js';
import { rowOf } from '../frame/tables.js';
import { moment, number } from '../frame/times.js';
import { hasWords, t } from '../frame/words.js';

// Rows are added to the same table, so that nobody loses the place.
export function entryTable() {
  const columns = columnsOf();
  const node = h('div', { class: 'card wide' }, tableOf(columns, [], t('frame.audit')));
  const body = node.querySelector('tbody');
  return {
    node,
    count: () => body.rows.length,
    add: (entries) => body.append(...entries.map((entry) => rowOf(columns, entry))),
    focus: (at) => {
      const cell = body.rows[at]?.cells[0];
      if (!cell) return;
      cell.tabIndex = -1;
      cell.focus();
    },
  };
}

// An action that these words do not know yet is shown by its name.
export const actionText = (action) => (hasWords(`audit.do.${action}`) ? t(`audit.do.${action}`) : action);

function columnsOf() {
  return [
    { title: t('audit.at'), head: true, class: 'time', cell: (e) => h('time', { datetime: e.at }, moment(e.at)) },
    { title: t('audit.by_who'), cell: (e) => [e.who, e.from && h('span', { class: 'soft' }, ` ${e.from}`)] },
    {
      title: t('audit.by_action'),
      cell: (e) => [
        actionText(e.action), e.count > 1 && ` × ${number(e.count)}`, ' ', h('code', { class: 'soft' }, e.action),
      ],
    },
    { title: t('audit.what'), cell: (e) => thing(e) },
    { title: t('audit.by_result'), cell: (e) => result(e.result) },
  ];
}

function thing({ realm, key, subject }) {
  return [realm, key, subject].filter(Boolean).join(' / ') || '–';
}

function result(code) {
  if (code === 'done') return badge('ok', t('audit.done'));
  if (code === 'begun') return badge('due', t('audit.begun'));
  return badge('bad', code);
}
