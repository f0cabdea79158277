import { get } from '../frame/api.js';
import { h } from '../frame/dom.js';
import { busy, notice } from '../frame/pieces.js';
import { number } from '../frame/times.js';
import { t, tn } from '../frame/words.js';
import { csv } from './csv.js';

const most = 10_000;
const size = 500;

// All that the filter finds, not only what is shown.
export function exportButtons(query, life) {
  const as = (ending, type, text) => {
    const button = h('button', { type: 'button', class: 'quiet', on: { click: () => busy(button, async () => {
      const { entries, isCut } = await all(query(), life.signal);
      save(`audit-log.${ending}`, new Blob([text(entries)], { type }));
      if (isCut) notice('bad', t('audit.cut', { most: number(most) }));
      else notice('ok', tn('audit.exported', entries.length));
    }) } }, t('audit.export', { as: ending.toUpperCase() }));
    return button;
  };
  return h('div', { class: 'actions' },
    as('csv', 'text/csv;charset=utf-8', csv),
    as('json', 'application/json', (entries) => JSON.stringify(entries, null, 2)));
}

async function all(query, signal) {
  const entries = [];
  let after = null;
  do {
    const { body } = await get('audit', { ...query, pageSize: size, after }, { signal });
    entries.push(...body.data.list);
    after = body.data.next;
  } while (after && entries.length < most);
  return { entries: entries.slice(0, most), isCut: after !== null || entries.length > most };
}

function save(name, blob) {
  const address = URL.createObjectURL(blob);
  const link = h('a', { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
