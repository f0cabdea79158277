import { fill, h } from './dom.js';
import { until } from './times.js';
import { t } from './words.js';

const working = new WeakSet();
const patience = 8_000;

// What went well goes by itself; what did not stays until it is put away.
export function notice(kind, text) {
  const close = h('button', { type: 'button', class: 'close', 'aria-label': t('frame.close') }, '×');
  const node = h('div', { class: `notice ${kind}` }, h('p', {}, text), close);
  close.addEventListener('click', () => node.remove());
  // Behind an open dialog nothing is read out.
  const all = [...document.querySelectorAll('dialog[open] > .notices, #notices')].at(-1);
  for (const old of [...all.children].slice(0, -2)) old.remove();
  all.append(node);
  if (kind === 'ok') setTimeout(() => node.remove(), patience);
}

// What was refused, why, and what to do about it.
export function problem(p) {
  return h('div', { class: 'problem', role: 'group', 'aria-label': t('frame.problem') },
    h('p', { class: 'detail' }, p.detail || p.message),
    p.whatToDo && h('p', {}, p.whatToDo),
    (p.upstreamCode || p.upstreamMessage) && h('p', {}, t('frame.upstream'), ' ',
      h('q', {}, [p.upstreamCode, p.upstreamMessage].filter(Boolean).join(' · '))),
    p.errors?.length > 0 && h('ul', {}, p.errors.map((e) =>
      h('li', {}, e.pointer ? h('code', {}, e.pointer) : null, ' ', e.message))),
    p.retryAt && h('p', {}, t('frame.retry_at', { when: until(p.retryAt) })),
    p.code && h('p', { class: 'soft' }, h('code', {}, p.field ? `${p.code} · ${p.field}` : p.code)));
}

// The button keeps the focus: one that is disabled would lose it, and with it a keyboard's place on the page.
export async function busy(button, f) {
  if (working.has(button)) return undefined;
  working.add(button);
  button.setAttribute('aria-disabled', 'true');
  button.classList.add('busy');
  try {
    return await f();
  } catch (fault) {
    if (fault.name !== 'AbortError') notice('bad', fault.detail || fault.message);
    return undefined;
  } finally {
    working.delete(button);
    button.removeAttribute('aria-disabled');
    button.classList.remove('busy');
  }
}

export function clearFaults() {
  for (const node of document.querySelectorAll('.notice.bad')) node.remove();
}

export const clearNotices = () => fill(document.getElementById('notices'));
