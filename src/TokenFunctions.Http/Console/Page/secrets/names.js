// Which fields of a secret a config reads: `$name` alone, `${name}` anywhere, unless it is a var or a name of its own.
const ALONE = /^\$([A-Za-z_][\w-]*)$/;
const INSIDE = /\$\{([A-Za-z_][\w-]*)((?:\.[^}]*)?)\}/g;
const OTHERS = new Set(['uses', 'inputs', 'state', 'steps', 'response']);
const TIMES = new Set(['now', 'now_ms']);

/** Their names, in the order in which they stand there. */
export function namesIn(config) {
  const names = new Set();
  const computed = new Set((Array.isArray(config?.vars) ? config.vars : []).map((v) => v?.name));
  for (const text of texts(config)) for (const name of read(text)) if (!computed.has(name)) names.add(name);
  for (const name of config?.policy?.identity ?? []) if (typeof name === 'string') names.add(name);
  return [...names];
}

function* texts(value) {
  if (typeof value === 'string') yield value;
  else if (value !== null && typeof value === 'object') for (const inner of Object.values(value)) yield* texts(inner);
}

function* read(text) {
  if (text.startsWith('$$')) return;
  const alone = ALONE.exec(text);
  if (alone) yield alone[1];
  for (const [, name, path] of text.matchAll(INSIDE)) {
    if (!TIMES.has(name) && !(OTHERS.has(name) && path)) yield name;
  }
}

/** Names that say themselves that nothing confidential is behind them; all else is hidden while it is typed. */
export const looksOpen = (name) =>
  /(^|_)(id|ids|user|username|name|tenant|region|scope|account|domain|host|email|issuer|audience)$/i.test(name);
