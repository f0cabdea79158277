// What the secret of a realm consists of, as far as it is known: by its preset, by a draft, by its config.
import { get, seg } from '../frame/api.js';
import { looksOpen, namesIn } from './names.js';

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
  const named = namesIn(realm?.config)
    .filter((name) => known.every((f) => f.field !== name))
    .map((field) => ({ field, label: null, confidential: !looksOpen(field), required: null }));
  const inputs = [...(preset?.config?.inputs ?? []), ...(realm?.config?.inputs ?? [])].map((input) => input?.name);
  return {
    fields: [...known.map((f) => ({ required: true, ...f })), ...named],
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
