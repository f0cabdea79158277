import { get, remove, seg } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { confirmed, notice } from '../frame/pieces.js';
import { go } from '../frame/router.js';
import { number } from '../frame/times.js';
import { t } from '../frame/words.js';
import { keysOf } from './keys.js';
import { rulesOf } from './list.js';
import { shownOnce, takeMade } from './made.js';
import { doubtsOf } from './sentences.js';
import { act } from '../realms/listing.js';
import { callerPage, code, facts, head, part, to, when } from '../realms/page.js';

/** A caller: what it may do, its keys, from where. */
export async function one(place, id, life) {
  const { body: caller, etag } = await get(`caller/${seg(id)}`, {}, { signal: life.signal });
  const made = takeMade(id);
  fill(
    place,
    head({
      trail: [['callers', t('frame.callers')]],
      title: id,
      lead: caller.comment,
      actions: [
        to(callerPage(id, 'edit'), t('callers.change'), 'main'),
        act(t('callers.remove'), id, () => removed(id, etag, life.signal), 'quiet danger'),
      ],
    }),
    made && shownOnce(made),
    part(
      t('callers.rules'),
      rulesOf(caller.allow, Infinity),
      doubtsOf(caller.allow).map((doubt) => h('p', { class: 'note' }, doubt)),
    ),
    part(t('callers.keys'), keysOf(caller, life)),
    part(
      t('callers.bounds'),
      facts([
        [t('callers.networks'), networksOf(caller.networks)],
        [
          t('callers.rate'),
          caller.requests_per_second === null
            ? t('callers.no_rate')
            : t('callers.rate_of', { rate: number(caller.requests_per_second) }),
        ],
        [t('callers.entra_app'), caller.entra?.app_id && code(caller.entra.app_id)],
        [t('callers.entra_role'), caller.entra?.role && code(caller.entra.role)],
        [t('callers.made'), when(caller.created_at)],
        [t('callers.changed'), when(caller.updated_at)],
      ]),
    ),
  );
}

const networksOf = (networks) =>
  networks.length === 0
    ? t('callers.any_network')
    : h(
        'ul',
        { class: 'plain' },
        networks.map((network) => h('li', {}, code(network))),
      );

async function removed(id, ifMatch, signal) {
  if (!(await confirmed(t('callers.remove_sure', { id }), t('callers.remove')))) return;
  await remove(`caller/${seg(id)}`, {}, { ifMatch });
  if (signal.aborted) return;
  notice('ok', t('callers.removed', { id }));
  go('callers');
}
