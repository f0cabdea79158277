// What is wrong with the text: its syntax at once, what it means as soon as the service has been asked.
import { post } from '../frame/api.js';
import { t } from '../frame/words.js';
import { sendable } from './definition.js';
import { read } from './json-read.js';

const PAUSE = 400;

/** Calls `found({ findings, state })` while somebody types; state: `syntax`, `asking`, `known`, `unknown`. */
export function checks({ input, signal, found }) {
  let pause = 0;
  let round = 0;

  async function look() {
    const mine = ++round;
    const text = input.value;
    clearTimeout(pause);
    const { tree, fault } = read(text);
    if (fault) return void found({ state: 'syntax', findings: [syntax(text, fault)] });
    if (tree.kind !== 'object')
      return void found({ state: 'syntax', findings: [syntax(text, { at: tree.start, code: 'object' })] });
    found({ state: 'asking' });
    await new Promise((done) => {
      pause = setTimeout(done, PAUSE);
    });
    const told = await ask(text, tree, signal);
    if (mine === round && !signal.aborted) found(told);
  }

  input.addEventListener('input', look, { signal });
  signal.addEventListener('abort', () => clearTimeout(pause));
  return look;
}

async function ask(text, tree, signal) {
  try {
    const { body } = await post('realm-check', sendable(text), { signal });
    return { state: 'known', findings: placed(text, tree, body.errors, body.warnings) };
  } catch (fault) {
    if (!fault.code) return { state: 'unknown', findings: [], why: fault.message };
    return { state: 'known', findings: refused(text, tree, fault) };
  }
}

/** Every fault of the service with its line, the first one first. */
export function placed(text, tree, errors = [], warnings = []) {
  const place =
    (level) =>
    ({ pointer, message }) => {
      const offset = offsetOf(tree, pointer ?? '');
      return { level, pointer, message, offset, line: lineOf(text, offset) };
    };
  return [...errors.map(place('error')), ...warnings.map(place('warning'))].sort((a, b) => a.offset - b.offset);
}

/** A refusal says what is wrong by a list of places, or by the name of one member. */
export function refused(text, tree, fault) {
  const errors = fault.errors?.length
    ? fault.errors
    : [{ pointer: fault.field ? `/${fault.field.replaceAll('.', '/')}` : '', message: fault.detail }];
  return placed(text, tree, errors);
}

function syntax(text, { at, code }) {
  return { level: 'error', pointer: null, offset: at, line: lineOf(text, at), message: t(`editor.syntax.${code}`) };
}

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
