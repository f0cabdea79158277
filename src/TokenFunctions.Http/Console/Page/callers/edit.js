import { get, post, seg } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { busy, dialog, notice } from '../frame/pieces.js';
import { go } from '../frame/router.js';
import { session } from '../frame/session.js';
import { t } from '../frame/words.js';
import { callerFields } from './fields.js';
import { rulesOf } from './list.js';
import { keepMade } from './made.js';
import { guard } from '../realms/guard.js';
import { callerPage, form, head, part, submit } from '../realms/page.js';
import { realmNames } from '../secrets/needs.js';

const NEW = { allow: [{ realm: '', key: '*', verbs: ['read', 'status'] }], networks: [], requests_per_second: null };

/** A new caller; its first key is shown on the page that comes next. */
export async function make(place, life) {
  const page = await fields(NEW, true, life);
  show(
    place,
    page,
    {
      header: head({ trail: [['callers', t('frame.callers')]], title: t('callers.new'), lead: t('callers.new_lead') }),
      label: t('callers.make'),
      send: (caller) => post('caller', caller, { ifNoneMatch: '*' }),
      overtaken: () => {
        page.fault('id', t('callers.taken'));
        return null;
      },
    },
    life,
  );
}

/** A stored caller; saving never touches its keys. */
export async function change(place, id, life) {
  let { body: caller, etag } = await get(`caller/${seg(id)}`, {}, { signal: life.signal });
  const page = await fields(caller, false, life);
  show(
    place,
    page,
    {
      header: head({
        trail: [
          ['callers', t('frame.callers')],
          [callerPage(id), id],
        ],
        title: t('callers.title', { id }),
      }),
      label: t('callers.save'),
      send: (changed) => post('caller', { ...changed, id }, { ifMatch: etag }),
      overtaken: async () => {
        const now = await get(`caller/${seg(id)}`, {}, { signal: life.signal });
        if (life.signal.aborted || !(await isMine(now.body))) return null;
        etag = now.etag;
        return page.read();
      },
    },
    life,
  );
}

const fields = async (caller, isNew, life) =>
  callerFields(caller, { isNew, realms: await realmNames(life.signal).catch(() => []) });

function show(place, page, { header, label, send, overtaken }, life) {
  const first = page.state();
  const { free } = guard(life.signal, () => page.state() !== first);
  const save = (pressed) =>
    busy(pressed, async () => {
      const caller = page.read();
      const { who } = session;
      const saved = caller && (await sent(caller, page, send, overtaken));
      if (!saved) return;
      free();
      if (saved.api_key) keepMade(saved.id, saved.api_key, who);
      if (life.signal.aborted) return;
      notice('ok', t('callers.saved', { id: saved.id }));
      go(callerPage(saved.id));
    });
  fill(place, header, form(save, page.node, h('div', { class: 'actions' }, submit(label))));
}

async function sent(caller, page, send, overtaken) {
  try {
    return (await send(caller)).body;
  } catch (fault) {
    if (fault.status === 412) {
      const mine = await overtaken();
      return mine ? (await send(mine)).body : null;
    }

    if (!fault.field || !page.fault(fault.field, fault.detail)) throw fault;
    return null;
  }
}

const isMine = (theirs) =>
  dialog({
    title: t('callers.overtaken'),
    body: h(
      'div',
      {},
      h('p', {}, t('callers.overtaken_why')),
      part(t('callers.theirs'), rulesOf(theirs.allow, Infinity)),
    ),
    actions: [
      { value: null, text: t('frame.cancel') },
      { value: true, text: t('callers.over_theirs'), kind: 'bad' },
    ],
  });
