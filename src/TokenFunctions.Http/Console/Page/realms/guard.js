// What was typed is not lost by a click: whoever leaves the page is asked first.
import { confirmed } from '../frame/pieces.js';
import { go } from '../frame/router.js';
import { session } from '../frame/session.js';
import { t } from '../frame/words.js';

/** Asks while `isDirty()`; `free()` lets go without a question. */
export function guard(signal, isDirty) {
  let free = false;
  const holds = () => !free && !signal.aborted && isDirty();

  async function ask(hash) {
    if (!(await confirmed(t('editor.unsaved'), t('editor.leave'))) || signal.aborted) return;
    free = true;
    go(hash);
  }

  function onClick(event) {
    const anchor = event.target.closest?.('a[href^="#"]');
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!anchor || anchor.target || !isPlain || !holds()) return;
    event.preventDefault();
    event.stopPropagation();
    ask(anchor.getAttribute('href'));
  }

  // The back button and what is typed into the address, where the browser asks before it goes.
  function onNavigate(event) {
    if (!event.hashChange || !event.cancelable || !holds()) return;
    event.preventDefault();
    ask(new URL(event.destination.url).hash);
  }

  function onUnload(event) {
    if (holds()) event.preventDefault();
  }

  document.addEventListener('click', onClick, { capture: true, signal });
  window.navigation?.addEventListener('navigate', onNavigate, { signal });
  window.addEventListener('beforeunload', onUnload, { signal });
  return {
    free: () => {
      free = true;
    },
    isFree: () => free,
  };
}

// What stands in the editor outlives a change of the language and a key that ended; signing out forgets it.

const kept = new Map();

/** What was not saved under this name, once: `{ text, base, fields }`. */
export function takeBack(name) {
  const work = kept.get(name);
  kept.delete(name);
  return work;
}

/** Keeps what `unsaved()` gives (null = nothing) when the page is taken away. */
export function keepWhenTaken(name, signal, unsaved) {
  signal.addEventListener('abort', () => {
    const work = unsaved();
    if (work !== null) kept.set(name, work);
  });
}

document.addEventListener('session', () => {
  if (!session.who && !session.trouble) kept.clear();
});
