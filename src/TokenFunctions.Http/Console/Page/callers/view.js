import { change, make } from './edit.js';
import { list } from './list.js';
import { one } from './one.js';

export async function show(place, { parts, query }, life) {
  const [id, what] = parts;
  if (id === undefined) return list(place, query, life);
  if (id === 'new' && what === undefined) return make(place, life);
  return (what === 'edit' ? change : one)(place, id, life);
}
