import { access, get, Problem, useKeys } from './api.js';
import { t } from './words.js';

// Several services may share an origin, under other paths.
const place = `tokenfunctions.key ${new URL('.', document.baseURI).pathname}`;
const others = 'BroadcastChannel' in window ? new BroadcastChannel(place) : null;
export const session = { who: null, byKey: false, trouble: null };
// The keys that are being tried: the newest ones only, for whoever tries others has given these up.
let tried = null;

export const isServiceAdmin = () => session.who?.may.service === true;

// Without a key: for all keys of the realm; without a realm: for all of them.
export const may = (verb, realm, key) => rules(verb).some((rule) => covers(rule.realm, realm) && covers(rule.key, key));

export const maySomewhere = (verb) => rules(verb).length > 0;

export const isSigningIn = () => tried !== null;

export async function signIn({ key = '', functionKey = '', keep = false }) {
  const mine = { key, functionKey };
  tried = mine;
  try {
    const { body, status } = await get('whoami', null, { by: mine });
    if (tried !== mine) return;
    if (!body?.may) throw new Problem(status, { code: 'no_answer', detail: t('frame.strange', { status }) });
    tried = null;
    useKeys(mine);
    Object.assign(session, { who: body, byKey: isKeyed(mine), trouble: null });
  } catch (fault) {
    if (tried !== mine) return;
    tried = null;
    throw fault;
  }
  if (keep) store(JSON.stringify(mine));
  else drop();
  document.dispatchEvent(new Event('session'));
}

export function signOut() {
  others?.postMessage('out');
  end(null);
}

// Goes in with the key that the tab kept; without one only where the service may know the person otherwise.
export async function resume() {
  const known = JSON.parse(store() ?? 'null');
  if (!known && !mayEnterWithout()) return;
  try {
    await signIn({ ...known, keep: known !== null });
  } catch (fault) {
    if (fault.status === 401) drop();
    throw fault;
  }
}

function mayEnterWithout() {
  return document.documentElement.dataset.platform === 'on'
    || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(location.hostname);
}

const isKeyed = ({ key, functionKey }) => key !== '' || functionKey !== '';

function end(trouble) {
  tried = null;
  useKeys({});
  drop();
  Object.assign(session, { who: null, byKey: false, trouble });
  document.dispatchEvent(new Event('session'));
}

function drop() {
  try { sessionStorage.removeItem(place); } catch { /* Nothing was kept, then. */ }
}

function store(text) {
  try {
    if (text === undefined) return sessionStorage.getItem(place);
    sessionStorage.setItem(place, text);
  } catch { /* The key is in memory, and lives as long as the page. */ }
  return null;
}

function rules(verb) {
  return (session.who?.may.rules ?? []).filter((rule) => rule.verbs.includes(verb));
}

function covers(pattern, name) {
  if (name === undefined) return /^\*+$/.test(pattern);
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(name);
}

access.addEventListener('refused', ({ detail }) => { if (session.who) end(detail); });
// Who is in without a key stays; so does what is typed in a form that is not sent yet.
others?.addEventListener('message', () => {
  drop();
  if (tried ? isKeyed(tried) : session.byKey) end(null);
});
