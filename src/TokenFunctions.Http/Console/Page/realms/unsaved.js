// What stands in the editor outlives a change of the language and a key that ended; signing out forgets it.
import { session } from '../frame/session.js';

const kept = new Map();

/** The text that was not saved under this name, once. */
export function takeBack(name) {
  const text = kept.get(name);
  kept.delete(name);
  return text;
}

/** Keeps what `unsaved()` gives (null = nothing) when the page is taken away. */
export function keepWhenTaken(name, signal, unsaved) {
  signal.addEventListener('abort', () => {
    const text = unsaved();
    if (text !== null) kept.set(name, text);
  });
}

document.addEventListener('session', () => {
  if (!session.who && !session.trouble) kept.clear();
});
