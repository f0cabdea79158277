// An API key that was made just now: it is shown this once and then forgotten.
import { h } from '../frame/dom.js';
import { copyButton } from '../frame/pieces.js';
import { session } from '../frame/session.js';
import { t } from '../frame/words.js';

let made = null;

document.addEventListener('session', () => {
  if (!session.who) made = null;
});

/** Hands a new key on to the next page, which is that of its caller; never to anybody but who asked for it. */
export const keepMade = (caller, key, who) => {
  if (who && who === session.who) made = { caller, key };
};

/** The key, once; null = none was made for this caller. */
export function takeMade(caller) {
  const key = made?.caller === caller ? made.key : null;
  made = null;
  return key;
}

/** The key with all that a person has to know of it. */
export function shownOnce(key) {
  const done = h(
    'button',
    { type: 'button', class: 'quiet', on: { click: () => node.remove() } },
    t('callers.key_done'),
  );
  const node = h(
    'div',
    { class: 'once' },
    h('h2', {}, t('callers.key_once')),
    h('p', {}, t('callers.key_once_why')),
    h('p', {}, h('code', { class: 'api-key' }, key)),
    h(
      'div',
      { class: 'actions' },
      copyButton(() => key, t('callers.key_copy')),
      done,
    ),
    h('p', { class: 'soft' }, t('callers.key_use')),
  );
  return node;
}
