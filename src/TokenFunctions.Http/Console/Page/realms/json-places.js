// From a JSON pointer (RFC 6901) to the place in the text that a person looks at.

/** Where what the pointer names begins; where it is missing, the nearest thing around it. */
export function offsetOf(tree, pointer) {
  let node = tree;
  let at = tree.start;
  for (const part of pointer.split('/').slice(1)) {
    const next = step(node, part.replaceAll('~1', '/').replaceAll('~0', '~'));
    if (!next) break;
    ({ node, at } = next);
  }
  return at;
}

function step(node, part) {
  if (node.kind === 'object') return node.members.find((m) => m.name === part);
  const item = node.kind === 'array' && /^\d+$/.test(part) ? node.items[Number(part)] : undefined;
  return item && { node: item, at: item.start };
}

/** The line, from 0, in which an offset is. */
export function lineOf(text, offset) {
  let line = 0;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}
