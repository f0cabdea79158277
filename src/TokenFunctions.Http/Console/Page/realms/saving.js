// Saving shows first what it changes, and never overwrites what somebody else has changed meanwhile.
import { post } from '../frame/api.js';
import { h } from '../frame/dom.js';
import { dialog, notice } from '../frame/pieces.js';
import { t } from '../frame/words.js';
import { refused } from './checks.js';
import { sendable, textOf, valueOf } from './definition.js';
import { difference } from './diff.js';
import { read } from './json-read.js';
import { stored } from './workbench.js';

/** The saved realm; null = it was not saved, and the person knows why. `base` follows what is stored. */
export async function save(base, bench) {
  const text = bench.text();
  const { fault, tree } = read(text);
  if (fault || tree.kind !== 'object') {
    notice('bad', t('editor.not_json'));
    return null;
  }

  if (text === base.text) notice('ok', t('editor.no_change'));
  return text !== base.text && (await agreed(base, text)) ? await send(base, bench, text) : null;
}

function agreed(base, text) {
  const id = valueOf(text).id;
  const isCopy = base.id !== null && id !== base.id;
  return dialog({
    title: t(base.id === null || isCopy ? 'editor.make' : 'editor.changes'),
    body: h(
      'div',
      {},
      isCopy && h('p', { class: 'note' }, t('editor.copy', { id: String(id), old: base.id })),
      difference(isCopy ? '' : base.text, text),
    ),
    actions: [
      { value: null, text: t('frame.cancel') },
      { value: true, text: t('editor.save_now'), kind: 'main' },
    ],
  });
}

async function send(base, bench, text) {
  const isChange = base.id !== null && valueOf(text).id === base.id;
  try {
    return (await post('realm', sendable(text), isChange ? { ifMatch: base.etag } : { ifNoneMatch: '*' })).body;
  } catch (fault) {
    if (fault.status === 412) return overtaken(base, bench, text, isChange);
    if (fault.status !== 400) throw fault;
    bench.fails(refused(text, read(text).tree, fault));
    notice('bad', fault.detail);
    return null;
  }
}

// Somebody else was faster: the person sees both and says which one stays.
async function overtaken(base, bench, text, isChange) {
  const now = await stored(valueOf(text).id, undefined).catch((fault) =>
    fault.status === 404 ? null : Promise.reject(fault),
  );
  if (!now) return gone(base);
  const theirs = textOf(now.text);
  const choice = await dialog({
    title: t(isChange ? 'editor.overtaken' : 'editor.taken'),
    body: h('div', {}, h('p', {}, t(isChange ? 'editor.overtaken_why' : 'editor.taken_why')), difference(theirs, text)),
    actions: [
      { value: null, text: t('editor.go_on') },
      { value: 'theirs', text: t('editor.theirs') },
      { value: 'mine', text: t('editor.mine'), kind: 'bad' },
    ],
  });
  if (choice === null) return null;
  Object.assign(base, { id: now.realm.id, etag: now.etag, text: theirs });
  if (choice === 'mine') return send(base, bench, text);
  bench.put(theirs);
  return null;
}

async function gone(base) {
  const anew = await dialog({
    title: t('editor.gone'),
    body: t('editor.gone_why'),
    actions: [
      { value: null, text: t('editor.go_on') },
      { value: true, text: t('editor.gone_ok') },
    ],
  });
  if (anew) Object.assign(base, { id: null, etag: null, text: '' });
  return null;
}
