import { seg } from '../frame/api.js';
import { fill } from '../frame/dom.js';
import { busy, notice } from '../frame/pieces.js';
import { go } from '../frame/router.js';
import { t } from '../frame/words.js';
import { textOf } from './definition.js';
import { guard, keepWhenTaken, takeBack } from './guard.js';
import { button, head, realmPage, to } from './page.js';
import { save } from './saving.js';
import { stored, workbench } from './workbench.js';
import { expect } from '../secrets/needs.js';

/** The editor of a stored realm. */
export async function edit(place, id, life) {
  const before = await stored(id, life.signal);
  const base = { id, etag: before.etag, text: textOf(before.text) };
  const trail = [
    ['realms', t('frame.realms')],
    [realmPage(id), id],
  ];
  show(place, {
    base,
    text: base.text,
    life,
    back: realmPage(id),
    header: head({ trail, title: t('editor.title', { id }) }),
    done: (saved) => go(realmPage(saved.id)),
  });
}

/** The editor of a realm that is not there yet; its secret comes next. */
export async function editNew(place, { text, trail, above, fields }, life) {
  show(place, {
    base: { id: null, etag: null, text: '' },
    text,
    above,
    life,
    back: 'realms',
    header: head({ trail, title: t('editor.title_new') }),
    done: (saved) => {
      if (fields) expect(saved.id, fields);
      go(`secrets/new?realm=${seg(saved.id)}&first=1`);
    },
  });
  const heading = place.querySelector('h1');
  heading.tabIndex = -1;
  heading.focus();
}

function show(place, { base, text, above, header, life, back, done }) {
  const name = location.hash;
  // A draft is work already; what a page for a new realm begins with is not.
  const first = above ? null : text;
  const saving = button(
    t('editor.save'),
    () =>
      busy(saving, async () => {
        const saved = await save(base, bench);
        if (!saved) return;
        free();
        notice('ok', t('editor.saved', { id: saved.id }));
        done(saved);
      }),
    'main',
  );
  const bench = workbench({
    text: takeBack(name) ?? text,
    signal: life.signal,
    actions: { main: saving, last: to(back, t('editor.back'), 'quiet') },
  });
  const isDirty = () => bench.text() !== (base.id === null ? first : base.text);
  const { free, isFree } = guard(life.signal, isDirty);
  keepWhenTaken(name, life.signal, () => (!isFree() && isDirty() ? bench.text() : null));
  fill(place, header, above, bench.node);
}
