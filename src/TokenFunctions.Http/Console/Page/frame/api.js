import { answered, silent, useProbe } from './away.js';
import { setBy } from './clock.js';
import { Away, Problem } from './problem.js';
import { language, t } from './words.js';

export { Away, Problem };
export const access = new EventTarget();
const base = new URL('.', document.baseURI);
const longest = 60_000;
let keys = { key: '', functionKey: '' };

// They live in this module only, and in headers: no address ever has them.
export function useKeys({ key = '', functionKey = '' }) {
  keys = { key, functionKey };
}

export const seg = (name) => encodeURIComponent(name);
export const baseAddress = () => base.href.replace(/\/$/, '');

// Other keys than those in use: to find out whether they are good.
export const get = (path, query, { signal, by } = {}) => ask('GET', path, { query, signal, by });

export const post = (path, body, { ifMatch, ifNoneMatch, signal } = {}) =>
  ask('POST', path, { body, signal, headers: { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } });

export const remove = (path, query, { ifMatch, signal } = {}) =>
  ask('DELETE', path, { query, signal, headers: { 'if-match': ifMatch } });

async function ask(method, path, { query, body, headers, signal, by = keys }) {
  const answer = await send(method, path, { query, body, headers, signal, by });
  setBy(answer.headers.get('date'));
  const { text, body: read } = await content(answer, signal);
  if (answer.ok || answer.status === 304) {
    answered();
    return { status: answer.status, body: read, text, etag: answer.headers.get('etag') };
  }
  throw refusal(answer, read, by);
}

async function send(method, path, { query, body, headers, signal, by }) {
  const url = new URL(path, base);
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== null && value !== '') url.searchParams.set(name, value);
  const limit = AbortSignal.timeout(longest);
  try {
    return await fetch(url, {
      method, headers: headersOf(headers, body, by), body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store', credentials: 'same-origin', redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
  } catch (fault) {
    throw broken(fault, signal);
  }
}

function headersOf(more, body, by) {
  const given = {
    accept: 'application/json', 'accept-language': language(),
    'content-type': body === undefined ? '' : 'application/json',
    'x-api-key': by.key, 'x-functions-key': by.functionKey, ...more,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value));
}

async function content(answer, signal) {
  const isJson = ![204, 304].includes(answer.status) && /json/.test(answer.headers.get('content-type') ?? '');
  // The text as well: JSON.parse rounds a number of more digits than JavaScript has, and a realm may hold one.
  const text = isJson ? await answer.text().catch((fault) => { throw broken(fault, signal); }) : '';
  try { return { text, body: JSON.parse(text) }; } catch { return { text, body: null }; }
}

function refusal(answer, body, by) {
  if (!body?.code && answer.status >= 500) return gone();
  answered();
  const problem = new Problem(answer.status, body?.code ? body : strange(answer.status));
  const isOut = answer.status === 401 || answer.status === 0;
  // Keys that are no longer in use, or not yet, end nothing.
  if (isOut && by === keys) access.dispatchEvent(new CustomEvent('refused', { detail: problem }));
  return problem;
}

// Not the service answered but what stands before it. The Functions host has nothing but a status where its key
// is missing; what signs people in leads elsewhere.
function strange(status) {
  if (status === 0) return { code: 'redirected', detail: t('frame.redirected') };
  return status === 401
    ? { code: 'host_refused', detail: t('frame.host_refused') }
    : { code: `http_${status}`, detail: t('frame.strange', { status }) };
}

const broken = (fault, signal) => (signal?.aborted ? fault : gone());

function gone() {
  silent();
  return new Away(t('frame.away'));
}

useProbe(() => get('health/live').catch(() => null));
