// Reads JSON and keeps where everything stands: JSON.parse tells no places and rounds long numbers.
const DEEPEST = 64;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SPACE = /[ \t\r\n]*/y;

class Fault {
  constructor(at, code) {
    Object.assign(this, { at, code });
  }
}

class Reader {
  at = 0;

  constructor(text) {
    this.text = text;
  }

  take(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found?.[0];
  }

  next() {
    this.take(SPACE);
    return this.text[this.at];
  }

  fail(code) {
    throw new Fault(this.at, this.at >= this.text.length ? 'end' : code);
  }

  value(depth) {
    const first = this.next();
    if (depth > DEEPEST) this.fail('deep');
    if (first === '{') return this.object(depth);
    if (first === '[') return this.array(depth);
    return this.scalar(first);
  }

  scalar(first) {
    const start = this.at;
    if (first === '"') return { kind: 'text', value: JSON.parse(this.string()), start, end: this.at };
    if (this.take(NUMBER) === undefined && this.take(WORD) === undefined) this.fail('value');
    return { kind: 'scalar', start, end: this.at };
  }

  string() {
    return this.take(TEXT) ?? this.fail('text');
  }

  object(depth) {
    const node = { kind: 'object', members: [], start: this.at };
    const names = new Set();
    this.list(node, '}', () => {
      if (this.next() !== '"') this.fail('name');
      const at = this.at;
      const name = JSON.parse(this.string());
      if (names.has(name)) throw new Fault(at, 'double');
      names.add(name);
      if (this.next() !== ':') this.fail('colon');
      this.at++;
      node.members.push({ name, at, node: this.value(depth + 1) });
    });
    return node;
  }

  array(depth) {
    const node = { kind: 'array', items: [], start: this.at };
    this.list(node, ']', () => node.items.push(this.value(depth + 1)));
    return node;
  }

  list(node, close, entry) {
    this.at++;
    if (this.next() !== close) {
      do {
        entry();
      } while (this.next() === ',' && this.at++ >= 0);
      if (this.text[this.at] !== close) this.fail('comma');
    }
    node.end = ++this.at;
  }
}

/** The tree of a JSON text, or `{ fault: { at, code } }` where it is none. */
export function read(text) {
  const reader = new Reader(text);
  try {
    const tree = reader.value(0);
    if (reader.next() !== undefined) reader.fail('after');
    return { tree };
  } catch (fault) {
    if (fault instanceof Fault) return { fault };
    throw fault;
  }
}

/** The node of a member; undefined = there is none. */
export const member = (node, name) =>
  node?.kind === 'object' ? node.members.find((m) => m.name === name)?.node : undefined;
