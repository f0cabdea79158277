// A list that is searched by a keyword and read page by page; the address follows, so that it can be come back to.
import { get } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { busy, empty, field, pager, problem, tableOf } from '../frame/pieces.js';
import { put } from '../frame/router.js';
import { t, tn } from '../frame/words.js';

const SIZE = 25;
const PAUSE = 250;

/**
 * `path` is asked with keyword, page and what `more` gives; `address` is the view's own, null = it has none;
 * `none` is shown where there is nothing at all.
 */
export async function listing({ path, query = {}, address, more = () => ({}), label, columns, none, signal }) {
  const search = field({ name: 'keyword', label, type: 'search', value: query.keyword ?? '', maxlength: 128 });
  const told = h('p', { class: 'unseen', role: 'status' });
  const found = h('div', { class: 'found' });
  let page = Math.max(1, Number(query.page) || 1);
  let round = 0;
  let pause = 0;

  async function show() {
    const mine = ++round;
    const asked = { keyword: search.input.value.trim(), ...more() };
    const { body } = await get(path, { ...asked, page, pageSize: SIZE }, { signal });
    if (mine !== round) return;
    const { list, total } = body.data;
    if (list.length === 0 && total > 0 && page > 1) return void (await turn(Math.ceil(total / SIZE)));
    if (address) put(addressOf(address, asked, page));
    told.textContent = tn('realms.found', total);
    fill(
      found,
      list.length ? tableOf(columns, list, label) : nothing(asked),
      total > SIZE && pager(total, page, SIZE, turn),
    );
  }

  const nothing = (asked) => (Object.values(asked).some(Boolean) ? empty(t('realms.nothing_found')) : none());
  const turn = (to) => {
    page = to;
    return shown();
  };
  const shown = () => show().catch((fault) => signal?.aborted || fill(found, problem(fault)));
  const anew = () => {
    page = 1;
    clearTimeout(pause);
    pause = setTimeout(shown, PAUSE);
  };
  search.input.addEventListener('input', anew);
  await show();
  const node = h(
    'div',
    { class: 'listing' },
    h('div', { class: 'search-bar', role: 'search' }, search.node),
    told,
    found,
  );
  return { node, anew, search };
}

function addressOf(address, asked, page) {
  const named = Object.entries({ ...asked, page: page > 1 ? page : '' }).filter(([, value]) => value);
  if (named.length === 0) return address;
  return `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams(named)}`;
}

/** A button of a row. */
export const act = (text, name, click, kind = 'quiet') => {
  const node = h('button', { type: 'button', class: kind, 'aria-label': `${text}: ${name}` }, text);
  node.addEventListener('click', () => busy(node, click));
  return node;
};
