// What the secret of a realm consists of, as far as it is known: by its preset, by a draft, by its config.
import { get, seg } from '../frame/api.js';

const drafted = new Map();

/** Remembers the fields that a draft named, with their labels, for the secret that is made next. */
export const expect = (realm, fields) => drafted.set(realm, fields);

/**
 * `{ fields: [{ field, label, confidential, required }], inputs: [name] }` of a realm as it is answered or written.
 * Of a name that only stands in the config nobody knows whether it can be left out: `required` is null.
 */
export async function needs(realm, signal) {
  const preset = realm?.preset ? await presetOf(realm.preset, signal) : null;
  const known = preset?.secret ?? drafted.get(realm?.id) ?? [];
  const others = namesIn(realm?.config)
    .filter((name) => known.every((f) => f.field !== name))
    .map((field) => ({ field, label: null, confidential: !looksOpen(field), required: null }));
  const inputs = [...listOf(preset?.config?.inputs), ...listOf(realm?.config?.inputs)].map((input) => input?.name);
  return {
    fields: [...known.map((f) => ({ required: true, ...f })), ...others],
    inputs: [...new Set(inputs.filter((name) => typeof name === 'string'))],
    documentation: preset?.documentation ?? null,
  };
}

// A preset that is not there is told by the check of the realm.
async function presetOf(id, signal) {
  try {
    return (await get(`preset/${seg(id)}`, {}, { signal })).body;
  } catch (fault) {
    if (fault.code === 'unknown_preset' || fault.status === 400) return null;
    throw fault;
  }
}

// Which fields of a secret a config reads: `$name` alone, `${name}` anywhere, unless it is a var or a name of its own.
const ALONE = /^\$([A-Za-z_][\w-]*)$/;
const INSIDE = /\$\{([A-Za-z_][\w-]*)((?:\.[^}]*)?)\}/g;
const OTHERS = new Set(['uses', 'inputs', 'state', 'steps', 'response']);
const TIMES = new Set(['now', 'now_ms']);

/** Their names, in the order in which they stand there. */
export function namesIn(config) {
  const names = new Set();
  const computed = new Set(listOf(config?.vars).map((v) => v?.name));
  for (const text of texts(config)) for (const name of named(text)) if (!computed.has(name)) names.add(name);
  return [...names];
}

// What stands in an editor need not be what the schema asks for.
const listOf = (value) => (Array.isArray(value) ? value : []);

function* texts(value) {
  if (typeof value === 'string') yield value;
  else if (value !== null && typeof value === 'object') for (const inner of Object.values(value)) yield* texts(inner);
}

function* named(text) {
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

/** The realms that the requester keeps, as far as one answer has them. */
export async function realmNames(signal) {
  const { body } = await get('realm', { pageSize: 500 }, { signal });
  return body.data.list.map((realm) => realm.id);
}
