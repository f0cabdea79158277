import { get } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { pager } from '../frame/pieces.js';
import { put } from '../frame/router.js';
import { isServiceAdmin } from '../frame/session.js';
import { t } from '../frame/words.js';
import { showActivity } from './activity.js';
import { filters } from './filters.js';
import { firstSteps } from './first.js';
import { tokenList } from './list.js';
import { states } from './states.js';
import { summary } from './summary.js';

const size = 50;
const pollMs = 10_000;

export async function show(place, { query }, life) {
  const wanted = wantedBy(query);
  const [said, list, steps] = [summary(), tokenList(life), h('div')];
  const choice = filters(wanted, (change) => load(change), life.signal);
  const pages = pagesOf(async (page) => {
    await load({ page });
    list.focus();
  });

  let asked = 0;
  const load = async (change) => {
    Object.assign(wanted, change);
    if (change) keepAddress(wanted);
    const mine = ++asked;
    const { body } = await get('status', { order: 'trouble', pageSize: size, ...wanted }, { signal: life.signal });
    if (mine === asked) await draw(body.data);
  };
  const draw = async ({ list: tokens, total, counts }) => {
    const last = Math.max(1, Math.ceil(total / size));
    if (wanted.page > last) return load({ page: last });
    said.show(counts, wanted);
    choice.show(counts);
    choice.node.hidden = firstSteps(steps, counts, tokens, wanted);
    list.show(tokens, wanted);
    return pages.show(total, wanted.page);
  };

  await load();
  const plots = isServiceAdmin() ? h('div', { class: 'plots' }) : null;
  fill(place, h('div', { class: 'head' }, h('h1', {}, t('frame.overview')), said.node), plots, steps,
    choice.node, list.node, pages.node);
  life.every(pollMs, () => load());
  if (plots) await showActivity(plots, life);
}

function wantedBy({ realm = '', state = '', keyword = '', page }) {
  const known = states.includes(state) ? state : '';
  return { realm, state: known, keyword, page: Math.max(1, Math.trunc(Number(page)) || 1) };
}

// Drawn anew only when the numbers change: a button that is about to be pressed stays.
function pagesOf(onPage) {
  const node = h('div');
  let drawn = '';
  const show = (total, page) => {
    if (drawn === `${total} ${page}`) return;
    drawn = `${total} ${page}`;
    fill(node, total > size && pager(total, page, size, onPage));
  };
  return { node, show };
}

function keepAddress({ realm, state, keyword, page }) {
  const chosen = { realm, state, keyword, page: page > 1 ? page : '' };
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
  put(query.size > 0 ? `overview?${query}` : 'overview');
}
