let words = {};

export async function useWords(language) {
  words = await (await fetch(new URL(`console/words/${language}.json`, document.baseURI))).json();
}

export function t(key, places = {}) {
  if (!(key in words)) throw new RangeError(`There are no words for '${key}'.`);
  return words[key].replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
}
