// A realm between what is stored, what stands in the editor, and what is sent.
import { member, read } from './json-read.js';

const MEMBERS = ['id', 'preset', 'logic_code', 'config', 'comment'];

/** The text that a person edits, from the JSON of a stored realm. */
export function textOf(json) {
  const { tree } = read(json);
  const shown = MEMBERS.map((name) => tree.members.find((m) => m.name === name))
    .filter((m) => m && json.slice(m.node.start, m.node.end) !== 'null')
    .filter((m) => m.name !== 'config' || m.node.members.length > 0 || !member(tree, 'preset'));
  return writeRealm(json, shown);
}

/** The same text in the page's one form; null = it is no JSON. */
export function tidy(text) {
  const { tree } = read(text);
  if (!tree) return null;
  return tree.kind === 'object' ? writeRealm(text, tree.members) : format(text, tree);
}

// The realm and its config are never written in one line: there one adds.
function writeRealm(text, members) {
  const lines = members.map(
    (m) =>
      `  ${JSON.stringify(m.name)}: ${
        m.name === 'config' && m.node.kind === 'object' ? writeConfig(text, m.node) : format(text, m.node, '  ')
      }`,
  );
  return lines.length ? `{\n${lines.join(',\n')}\n}` : '{\n}';
}

function writeConfig(text, node) {
  const lines = node.members.map((m) => `    ${JSON.stringify(m.name)}: ${format(text, m.node, '    ')}`);
  return lines.length ? `{\n${lines.join(',\n')}\n  }` : '{\n  }';
}

/** The realm as plain values, for looking into; null = it is no JSON object. */
export function valueOf(text) {
  const { tree } = read(text);
  return tree?.kind === 'object' ? JSON.parse(text) : null;
}

/** What a new realm starts from. */
export const emptyRealm = () =>
  tidy(
    JSON.stringify({
      id: 'my-realm',
      config: {
        url: 'https://login.example.com/oauth/token',
        content_type: 'form',
        auth: { type: 'basic', username: '$client_id', password: '$client_secret' },
        arguments: [{ name: 'grant_type', place: 'body', value: 'client_credentials' }],
        token_path: 'access_token',
        expires_in_path: 'expires_in',
      },
    }),
  );

/** The realm as it is sent. A number that JavaScript would round keeps its digits, where the browser can. */
export const sendable = (text) =>
  JSON.parse(text, (_, value, at) =>
    typeof value === 'number' && at?.source && String(value) !== at.source && JSON.rawJSON
      ? JSON.rawJSON(at.source)
      : value,
  );

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
