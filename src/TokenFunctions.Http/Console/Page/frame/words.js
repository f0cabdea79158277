import { kept, keep } from './kept.js';

const languages = ['en', 'zh-CN'];
// For it the page has named the words ahead.
const asked = document.documentElement.lang;
const held = new Map();
let words;
let current;

export const language = () => current;

// The language that was chosen here, or else the one that the browser asked the service for.
export const firstLanguage = () => [kept('language'), asked].find(isKnown) ?? 'en';

export async function useLanguage(code, { remember = true } = {}) {
  if (!isKnown(code)) throw new RangeError(`There are no words in '${code}'.`);
  await Promise.all([code, asked].map(load));
  [words, current] = [held.get(code), code];
  document.documentElement.lang = code;
  if (remember) keep('language', code);
  document.dispatchEvent(new Event('language'));
}

export function t(key, places) {
  const text = words[key];
  if (text === undefined) throw new RangeError(`There are no words for '${key}'.`);
  return places ? text.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole) : text;
}

// key.one or key.other, with {count} written as the language writes numbers.
export function tn(key, count, places) {
  const form = new Intl.PluralRules(current).select(count) === 'one' && `${key}.one` in words ? 'one' : 'other';
  return t(`${key}.${form}`, { count: new Intl.NumberFormat(current).format(count), ...places });
}

export const hasWords = (key) => key in words;

function isKnown(code) {
  return languages.includes(code);
}

async function load(code) {
  if (!held.has(code) && isKnown(code)) held.set(code, await read(code));
}

// As the preload in the page asks for it, so that both are one request.
async function read(code) {
  const answer = await fetch(new URL(`console/words/${code}.json`, document.baseURI));
  if (!answer.ok) throw new Error(`The words in ${code} did not come: ${answer.status}.`);
  return answer.json();
}
