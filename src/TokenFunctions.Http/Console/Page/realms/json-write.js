// Writes a tree anew, indented; scalars as they stand in the text, so that no number is rounded.
const WIDE = 100;

/** The text of a node in the one form that the page shows. */
export function format(text, node, indent = '') {
  const short = isFlat(node) ? flat(text, node) : null;
  if (short !== null && indent.length + short.length <= WIDE) return short;
  if (node.kind === 'object')
    return block(
      '{',
      '}',
      node.members.map((m) => named(text, m, indent)),
      indent,
    );
  if (node.kind === 'array')
    return block(
      '[',
      ']',
      node.items.map((i) => format(text, i, indent + '  ')),
      indent,
    );
  return text.slice(node.start, node.end);
}

const named = (text, m, indent) => `${JSON.stringify(m.name)}: ${format(text, m.node, indent + '  ')}`;

function block(open, close, parts, indent) {
  return parts.length === 0
    ? open + close
    : `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
}

// An argument or a rule reads best in one line; what holds objects does not.
function isFlat(node, inside = false) {
  if (node.kind === 'array') return node.items.every((i) => isScalar(i) || (!inside && isFlat(i, true) && !i.members));
  if (node.kind === 'object')
    return !inside && node.members.every((m) => isScalar(m.node) || (m.node.items && isFlat(m.node, true)));
  return true;
}

const isScalar = (node) => node.kind === 'text' || node.kind === 'scalar';

function flat(text, node) {
  if (node.kind === 'array') return `[${node.items.map((i) => flat(text, i)).join(', ')}]`;
  if (node.kind !== 'object') return text.slice(node.start, node.end);
  const members = node.members.map((m) => `${JSON.stringify(m.name)}: ${flat(text, m.node)}`);
  return members.length ? `{ ${members.join(', ')} }` : '{}';
}
