import { get } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { busy, empty, problem } from '../frame/pieces.js';
import { put } from '../frame/router.js';
import { t, tn } from '../frame/words.js';
import { exportButtons } from './export.js';
import { filterForm } from './filter.js';
import { entryTable } from './table.js';

const size = 100;
// One request looks at so many entries at most that a page can be empty and still have a next one.
const looks = 5;

export async function show(place, { query }, life) {
  const found = h('div', { class: 'entries' });
  const said = h('p', { class: 'soft', role: 'status' });
  const more = h('button', { type: 'button', on: { click: () => busy(more, () => load(false)) } }, t('audit.more'));
  let [wanted, next, table] = [null, null, null];

  const load = async (isNew) => {
    if (isNew) [next, table] = [null, null];
    const first = table?.count() ?? 0;
    for (let i = 0; i < looks && (i === 0 || next); i++) {
      const { body } = await get('audit', { ...wanted, pageSize: size, after: next }, { signal: life.signal });
      next = body.data.next;
      table ??= begin(found);
      table.add(body.data.list);
      if (table.count() > first) break;
    }
    tell(first);
  };
  const tell = (first) => {
    const count = table.count();
    if (count === 0) fill(found, empty(t(next ? 'audit.none_yet' : 'audit.none')));
    more.hidden = !next;
    said.textContent = count === 0 ? '' : tn('audit.shown', count);
    if (first > 0) table.focus(first);
  };
  const form = filterForm(query, (chosen) => {
    wanted = chosen.query;
    put(chosen.address);
    return load(true).catch((fault) => {
      if (life.signal.aborted) return;
      more.hidden = true;
      fill(found, problem(fault));
    });
  });
  fill(place,
    h('div', { class: 'head' }, h('h1', {}, t('frame.audit')), h('p', { class: 'lead' }, t('audit.lead'))),
    form.node,
    h('div', { class: 'bar-of-filters' }, said, exportButtons(() => wanted, life)),
    found, h('div', { class: 'pager' }, more));
  more.hidden = true;
  await form.send();
}

function begin(found) {
  const table = entryTable();
  fill(found, table.node);
  return table;
}
