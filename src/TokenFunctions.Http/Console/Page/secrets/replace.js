import { get, post, seg } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { busy, dialog, notice } from '../frame/pieces.js';
import { go, link } from '../frame/router.js';
import { may } from '../frame/session.js';
import { t } from '../frame/words.js';
import { guard } from '../realms/guard.js';
import { facts, form, head, outside, secretPage, submit, when } from '../realms/page.js';
import { secretBody, withStored } from './body.js';
import { liesIn, namesOf } from './columns.js';
import { needs } from './needs.js';
import { storedNames, storedSecret, trailOf } from './one.js';

/** What a form about a stored secret begins with. */
export async function known(name, signal) {
  const { secret, etag } = await storedSecret(name, signal);
  const wanted = await needs(await realmOf(name.realm, signal), signal);
  return { secret, etag, documentation: wanted.documentation, fields: withStored(wanted.fields, namesOf(secret)) };
}

// Who keeps a single secret only may not read its realm, and gives the fields by their names.
export async function realmOf(id, signal) {
  if (!may('admin', id)) return null;
  return (await get(`realm/${seg(id)}`, {}, { signal })).body;
}

/** All values of a secret anew. */
export async function replace(place, name, life) {
  const { secret, etag, fields, documentation } = await known(name, life.signal);
  const body = secretBody(fields, secret);
  const { free } = guard(life.signal, body.isTouched);
  let match = etag ?? undefined;
  const save = (pressed) =>
    busy(pressed, async () => {
      const read = body.read();
      if (!read) return;
      const saved = await sent(
        { ...name, ...read },
        match,
        body,
        (etag) => {
          match = etag;
        },
        life.signal,
      );
      if (!saved) return;
      free();
      body.clear();
      if (life.signal.aborted) return;
      notice('ok', t('secrets.replaced', name));
      go(secretPage(name));
    });
  fill(
    place,
    head({ trail: trailOf(name), title: t('secrets.replace_title', name), lead: t('secrets.replace_lead') }),
    may('admin', name.realm) &&
      h('p', {}, h('a', { href: link(secretPage(name, 'rotate')) }, t('secrets.rather_rotate'))),
    facts([
      [t('secrets.stored'), storedNames(secret)],
      [t('secrets.lies'), liesIn(secret)],
      [t('secrets.changed'), when(secret.updated_at)],
    ]),
    documentation && h('p', {}, outside(documentation, t('secrets.documentation'))),
    form(save, body.node, h('div', { class: 'actions' }, submit(t('secrets.replace')))),
  );
}

async function sent(secret, ifMatch, body, matched, signal) {
  try {
    return (await post('secret', secret, { ifMatch })).body;
  } catch (fault) {
    if (fault.status === 412) return overtaken(secret, matched, signal);
    if (!body.told(fault)) throw fault;
    return null;
  }
}

/** Somebody else stored it meanwhile; the person says whether these values go over theirs. */
export async function overtaken(secret, matched, signal) {
  const now = await storedSecret(secret, signal);
  if (signal.aborted) return null;
  const isMine = await dialog({
    title: t('secrets.overtaken'),
    body: h(
      'div',
      {},
      h('p', {}, t('secrets.overtaken_why')),
      facts([
        [t('secrets.changed'), when(now.secret.updated_at)],
        [t('secrets.stored'), storedNames(now.secret)],
      ]),
    ),
    actions: [
      { value: null, text: t('frame.cancel') },
      { value: true, text: t('secrets.over_theirs'), kind: 'bad' },
    ],
  });
  if (!isMine) return null;
  matched?.(now.etag ?? undefined);
  return (await post('secret', secret, { ifMatch: now.etag ?? undefined })).body;
}
