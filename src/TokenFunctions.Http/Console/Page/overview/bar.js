import { h } from '../frame/dom.js';
import { now } from '../frame/times.js';

// What is left of the token's life, from issued to dead; the mark is where it is due. The row says the same in words.
export function lifeBar() {
  const rest = h('div', { class: 'rest' });
  const mark = h('div', { class: 'mark' });
  const node = h('div', { class: 'life', 'aria-hidden': 'true' }, rest, mark);
  const show = (status) => {
    const { left, due } = shares(status);
    rest.style.inlineSize = `${left * 100}%`;
    mark.hidden = due === null;
    if (due !== null) mark.style.insetInlineStart = `${due * 100}%`;
  };
  return { node, show };
}

export function shares({ generation, issued_at: issued, dead_at: dead, expires_at: expires, due_at: due }) {
  if (generation === 0 || !issued) return { left: 0, due: null };
  const end = Date.parse(dead ?? expires);
  if (Number.isNaN(end)) return { left: 1, due: null };
  const begin = Date.parse(issued);
  const share = (time) => Math.min(1, Math.max(0, (time - begin) / Math.max(1, end - begin)));
  return { left: 1 - share(now()), due: due ? share(Date.parse(due)) : null };
}
