import { list } from './list.js';
import { make } from './make.js';
import { edit } from './edit.js';
import { one } from './one.js';
import { test } from './test.js';

const pages = { show: one, edit, test };

export async function show(place, { parts, query }, life) {
  const [id, what] = parts;
  if (id === undefined) return list(place, query, life);
  if (id === 'new' && what === undefined) return make(place, query, life);
  return (pages[what ?? 'show'] ?? one)(place, id, life);
}
