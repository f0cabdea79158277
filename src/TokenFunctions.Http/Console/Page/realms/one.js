import { get, remove, seg } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { confirmed, copyButton, empty, notice, problem, tableOf } from '../frame/pieces.js';
import { go, link } from '../frame/router.js';
import { isServiceAdmin } from '../frame/session.js';
import { t } from '../frame/words.js';
import { textOf } from './definition.js';
import { kindOf } from './list.js';
import { act } from './listing.js';
import { code, facts, head, part, realmPage, to, when } from './page.js';
import { stored } from './workbench.js';
import { columnsOf } from '../secrets/columns.js';

/** A realm: what it is, its secrets, who changed it. */
export async function one(place, id, life) {
  const { realm, etag, text } = await stored(id, life.signal);
  const secrets = (await get('secret', { realm: id, pageSize: 500 }, { signal: life.signal })).body.data;
  const shown = textOf(text);
  fill(
    place,
    head({
      trail: [['realms', t('frame.realms')]],
      title: id,
      lead: realm.comment,
      actions: [
        to(realmPage(id, 'edit'), t('realms.edit'), 'main'),
        to(realmPage(id, 'test'), t('realms.test')),
        act(t('realms.remove'), id, () => removed(id, etag), 'quiet danger'),
      ],
    }),
    facts([
      [t('realms.kind'), kindOf(realm)],
      [t('realms.changed'), when(realm.updated_at)],
      [t('realms.made'), when(realm.created_at)],
      [t('realms.version'), code(realm.version)],
    ]),
    part(t('realms.secrets'), secretsOf(id, secrets)),
    part(
      t('realms.definition'),
      h(
        'div',
        { class: 'definition' },
        h('pre', { tabindex: 0, 'aria-label': t('realms.definition') }, shown),
        copyButton(() => shown),
      ),
    ),
    isServiceAdmin() && part(t('realms.history'), await history(id, life.signal)),
  );
}

function secretsOf(id, { list, total }) {
  const make = to(`secrets/new?realm=${seg(id)}`, t('secrets.make'));
  if (total === 0) return empty(h('p', {}, t('realms.no_secrets')), h('p', {}, make));
  return h(
    'div',
    { class: 'stack' },
    tableOf(columnsOf({ withRealm: false }), list, t('realms.secrets')),
    h(
      'div',
      { class: 'actions' },
      make,
      total > list.length && h('a', { href: link(`secrets?realm=${seg(id)}`) }, t('realms.all_secrets')),
    ),
  );
}

// A realm with secrets is asked for twice: the second question says what goes with it.
async function removed(id, ifMatch) {
  if (!(await confirmed(t('realms.remove_sure', { id }), t('realms.remove')))) return;
  try {
    await remove(`realm/${seg(id)}`, {}, { ifMatch });
  } catch (fault) {
    if (fault.code !== 'realm_has_secrets') throw fault;
    if (!(await confirmed(t('realms.remove_secrets', { id }), t('realms.remove_all')))) return;
    await remove(`realm/${seg(id)}`, { force: true }, { ifMatch });
  }
  notice('ok', t('realms.removed', { id }));
  go('realms');
}

// Who changed a realm, of the audit.

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
      list.length
        ? tableOf(historyColumns(), list, t('realms.history'))
        : empty(t('realms.no_history', { days: DAYS })),
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

const historyColumns = () => [
  { title: t('realms.at'), head: true, cell: (entry) => when(entry.at) },
  { title: t('realms.who'), cell: (entry) => entry.who },
  { title: t('realms.from'), cell: (entry) => entry.from ?? '' },
];
