// Who changed a realm, of the audit.
import { get } from '../frame/api.js';
import { h } from '../frame/dom.js';
import { empty, problem, tableOf } from '../frame/pieces.js';
import { link } from '../frame/router.js';
import { t } from '../frame/words.js';
import { when } from './page.js';

const DAYS = 90;
const SHOWN = 20;

/** The changes of the last days, newest first. */
export async function history(realm, signal) {
  const from = new Date(Date.now() - DAYS * 86_400_000).toISOString();
  try {
    const asked = { realm, action: 'realm.save', result: 'done', from, pageSize: SHOWN };
    const list = await firstPage(asked, signal);
    const all = link(`audit?${new URLSearchParams({ realm, from })}`);
    return h(
      'div',
      { class: 'stack' },
      list.length ? tableOf(columns(), list, t('realms.history')) : empty(t('realms.no_history', { days: DAYS })),
      h('p', {}, h('a', { href: all }, t('realms.audit'))),
    );
  } catch (fault) {
    if (signal.aborted) throw fault;
    return problem(fault);
  }
}

// A page can be short and still not be the last one: the audit looks at so many entries a request.
async function firstPage(asked, signal) {
  const list = [];
  let after;
  for (let i = 0; i < 5 && list.length < SHOWN; i++) {
    const { body } = await get('audit', { ...asked, after }, { signal });
    list.push(...body.data.list);
    after = body.data.next;
    if (!after) break;
  }
  return list;
}

const columns = () => [
  { title: t('realms.at'), head: true, cell: (entry) => when(entry.at) },
  { title: t('realms.who'), cell: (entry) => entry.who },
  { title: t('realms.from'), cell: (entry) => entry.from ?? '' },
];
