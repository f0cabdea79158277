import { get, post, remove, seg } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { badge, busy, confirmed, dialog, empty, field, notice, tableOf } from '../frame/pieces.js';
import { session } from '../frame/session.js';
import { ago } from '../frame/times.js';
import { t } from '../frame/words.js';
import { isLive } from './list.js';
import { keepMade, shownOnce } from './made.js';
import { act } from '../realms/listing.js';
import { button, code, when } from '../realms/page.js';

const MOST = 2;

/** The keys of a caller, with what rotation needs: a second one, and the end of the first. */
export function keysOf(caller, life) {
  const place = h('div', { class: 'stack' });
  const fresh = h('div', { tabindex: '-1' });
  const show = (keys) => {
    const live = keys.filter(isLive).length;
    const adding = button(t(live ? 'callers.key_second' : 'callers.key_first'), () =>
      busy(adding, () => add({ id: caller.id, live, fresh, again, signal: life.signal })),
    );
    fill(
      place,
      fresh,
      keys.length
        ? tableOf(
            columns((key) => drop({ id: caller.id, key, live, again, signal: life.signal })),
            keys,
            t('callers.keys'),
          )
        : empty(t('callers.no_keys')),
      h('div', { class: 'actions' }, live < MOST && adding),
      h('p', { class: 'soft' }, t(live < MOST ? 'callers.rotation' : 'callers.rotation_two')),
    );
  };
  const again = async () => show((await get(`caller/${seg(caller.id)}`, {}, { signal: life.signal })).body.keys);
  show(caller.keys);
  return place;
}

const columns = (removing) => [
  { title: t('callers.key_id'), head: true, cell: (key) => code(key.id) },
  { title: t('callers.made'), cell: (key) => when(key.created_at) },
  {
    title: t('callers.ends'),
    cell: (key) => [
      key.expires_at ? when(key.expires_at) : t('frame.never'),
      !isLive(key) && [' ', badge('bad', t('callers.ended'))],
    ],
  },
  { title: t('callers.used'), cell: (key) => when(key.last_used_at) },
  {
    title: t('callers.actions'),
    cell: (key) => act(t('callers.key_remove'), key.id, () => removing(key), 'quiet danger'),
  },
];

async function add({ id, live, fresh, again, signal }) {
  const ends = endField();
  const isSure = await dialog({
    title: t('callers.key_new'),
    body: h(
      'div',
      { class: 'stack' },
      live > 0 && h('p', {}, t('callers.key_stays')),
      h('p', {}, t('callers.key_new_why')),
      ends.node,
    ),
    actions: [
      { value: null, text: t('frame.cancel') },
      { value: true, text: t('callers.key_make'), kind: 'main' },
    ],
  });
  if (!isSure) return;
  const { who } = session;
  const { body } = await post(`caller/${seg(id)}/key`, endOf(ends));
  if (signal.aborted) return void keepMade(id, body.api_key, who);
  // Before anything else can fail: nobody can show it again.
  fill(fresh, shownOnce(body.api_key));
  try {
    await again();
  } finally {
    fresh.focus();
    fresh.scrollIntoView({ block: 'nearest' });
  }
}

/** When a key ends, as a person chooses it and as it is sent. */
export const endField = () =>
  field({
    name: 'expires_at',
    type: 'datetime-local',
    label: t('callers.ends'),
    hint: t('callers.ends_hint'),
    optional: true,
  });
export const endOf = (ends) => (ends.input.value ? { expires_at: new Date(ends.input.value).toISOString() } : {});

async function drop({ id, key, live, again, signal }) {
  const words = [
    t('callers.key_remove_sure', { key: key.id }),
    isLive(key) && live === 1 && t('callers.key_last'),
    t(key.last_used_at ? 'callers.key_was_used' : 'callers.key_not_used', {
      when: key.last_used_at && ago(key.last_used_at),
    }),
  ];
  if (!(await confirmed(words.filter(Boolean).join(' '), t('callers.key_remove')))) return;
  await remove(`caller/${seg(id)}/key/${seg(key.id)}`);
  if (signal.aborted) return;
  notice('ok', t('callers.key_removed', { key: key.id }));
  await again();
}
