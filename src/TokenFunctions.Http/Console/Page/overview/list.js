import { fill, h } from '../frame/dom.js';
import { empty } from '../frame/pieces.js';
import { t } from '../frame/words.js';
import { tokenRow } from './row.js';

// Rows stay the same nodes from one look to the next: nothing flickers, and what has the focus keeps it.
export function tokenList(life) {
  const rows = new Map();
  const list = h('ul', { class: 'tokens', role: 'list', 'aria-label': t('overview.tokens') });
  const none = h('div', { tabindex: '-1' });
  const show = (tokens, { state, keyword, realm }) => {
    const hadFocus = list.contains(document.activeElement);
    const seen = tokens.map((status) => {
      const name = `${status.realm}/${status.key}`;
      if (!rows.has(name)) rows.set(name, tokenRow(status, life));
      rows.get(name).show(status);
      return rows.get(name).node;
    });
    for (const [name, { node }] of rows) if (!seen.includes(node)) { node.remove(); rows.delete(name); }
    arrange(list, seen);
    list.hidden = seen.length === 0;
    fill(none, seen.length === 0 && (state || keyword || realm) && empty(t('overview.none_found')));
    if (hadFocus && !list.contains(document.activeElement)) (list.querySelector('h2') ?? none).focus();
  };
  const focus = () => {
    list.querySelector('h2')?.focus();
    list.scrollIntoView({ block: 'start' });
  };
  return { node: h('div', {}, list, none), show, focus };
}

// A node that is moved loses the focus, so the others are moved around the one that has it.
function arrange(list, wanted) {
  if (wanted.length === list.children.length && wanted.every((node, i) => list.children[i] === node)) return;
  const held = wanted.find((node) => node.contains(document.activeElement));
  let isPast = false;
  for (const node of wanted) {
    if (node === held) isPast = true;
    else if (held && !isPast) list.insertBefore(node, held);
    else list.append(node);
  }
}
