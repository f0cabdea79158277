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
  // What comes back is a change of what it began with: whoever saved meanwhile is not overwritten.
  const back = takeBack(location.hash);
  const base = back?.base ?? { id, etag: before.etag, text: textOf(before.text) };
  const trail = [
    ['realms', t('frame.realms')],
    [realmPage(id), id],
  ];
  show(place, {
    base,
    text: back?.text ?? base.text,
    life,
    back: realmPage(id),
    header: head({ trail, title: t('editor.title', { id }) }),
    done: (saved) => go(realmPage(saved.id)),
  });
}

/** The editor of a realm that is not there yet; its secret comes next. `isWork`: what it begins with must not be lost. */
export async function editNew(place, { text, trail, above, fields, isWork = Boolean(above) }, life) {
  show(place, {
    base: { id: null, etag: null, text: '' },
    text,
    above,
    fields,
    isWork,
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

function show(place, { base, text, above, fields, isWork, header, life, back, done }) {
  const name = location.hash;
  // A draft is work already; what a page for a new realm begins with is not.
  const first = isWork ? null : text;
  const saving = button(
    t('editor.save'),
    () =>
      busy(saving, async () => {
        const saved = await save(base, bench);
        if (!saved) return;
        free();
        notice('ok', t('editor.saved', { id: saved.id }));
        if (!life.signal.aborted) done(saved);
      }),
    'main',
  );
  const bench = workbench({
    text,
    signal: life.signal,
    actions: { main: saving, last: to(back, t('editor.back'), 'quiet') },
  });
  const isDirty = () => bench.text() !== (base.id === null ? first : base.text);
  const { free, isFree } = guard(life.signal, isDirty);
  keepWhenTaken(name, life.signal, () =>
    !isFree() && isDirty() ? { text: bench.text(), base, fields } : null,
  );
  fill(place, header, above, bench.node);
}
