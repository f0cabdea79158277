import { list } from './list.js';
import { make } from './make.js';
import { one } from './one.js';
import { replace } from './replace.js';
import { rotate } from './rotate.js';

const pages = { show: one, replace, rotate };

export async function show(place, { parts, query }, life) {
  const [realm, key, what] = parts;
  if (key === undefined) return realm === 'new' ? make(place, query, life) : list(place, query, life);
  return (pages[what ?? 'show'] ?? one)(place, { realm, key }, life);
}
