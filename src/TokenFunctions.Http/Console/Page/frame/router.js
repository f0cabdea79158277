import { reach } from './away.js';
import { closeDialogs, confirmed } from './dialogs.js';
import { fill, h } from './dom.js';
import { newLife } from './life.js';
import { clearFaults, problem } from './notices.js';
import { Away } from './problem.js';
import { home, viewNamed } from './views.js';
import { t } from './words.js';

const patience = 300;
let place = null;
let life = null;

// '#/view/part/part?x=y'; parts are given decoded.
export const link = (hash) => `#/${hash.replace(/^#?\/?/, '')}`;

export function go(hash) {
  if (location.hash === link(hash)) show();
  else location.hash = link(hash);
}

// The address follows what a person chose, without another showing and without a step for the back button.
export function put(hash) {
  history.replaceState(null, '', link(hash));
}

export function where() {
  const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
  const [name, ...parts] = path.split('/').filter(Boolean).map(decoded);
  return { name, parts, query: Object.fromEntries(new URLSearchParams(query ?? '')) };
}

export function begin(main) {
  place = main;
  return show({ first: true });
}

export function end() {
  life?.end();
  [place, life] = [null, null];
  closeDialogs();
}

async function show({ first = false } = {}) {
  if (!place) return;
  const at = where();
  const view = viewNamed(at.name);
  if (!view) return void location.replace(link(home()));
  life?.end();
  closeDialogs();
  clearFaults();
  const mine = (life = newLife());
  document.dispatchEvent(new CustomEvent('view', { detail: view.name }));
  const stage = h('div', { class: `view view-${view.name}` });
  fill(place, stage);
  await run(view, stage, at, mine);
  if (!mine.signal.aborted) arrive(view, stage, first);
}

async function run(view, stage, at, mine) {
  const wait = () => { if (!stage.firstChild) fill(stage, h('p', { class: 'empty' }, t('frame.loading'))); };
  const waiting = setTimeout(wait, patience);
  try {
    const begun = await view.load();
    if (!mine.signal.aborted) await begun(stage, at, mine);
  } catch (fault) {
    if (mine.signal.aborted) return;
    fill(stage, h('h1', {}, t(view.title)),
      fault instanceof Away ? h('p', { class: 'empty' }, t('frame.away_wait')) : problem(fault));
    if (fault instanceof Away) mine.on(reach, 'back', () => show());
    else if (!fault.code) console.error(fault);
  } finally {
    clearTimeout(waiting);
  }
}

function arrive(view, stage, first) {
  const heading = stage.querySelector('h1');
  document.title = `${heading?.textContent ?? t(view.title)} · TokenFunctions`;
  if (!heading || first) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  scrollTo(0, 0);
}

function decoded(part) {
  try { return decodeURIComponent(part); } catch { return part; }
}

// Whoever would hold the page when it is closed, because something is not saved, holds this as well.
export async function mayLeave() {
  if (dispatchEvent(new Event('beforeunload', { cancelable: true }))) return true;
  return confirmed(t('frame.unsaved'), t('frame.go_on'));
}

addEventListener('hashchange', () => show());
