import { get } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { pager } from '../frame/pieces.js';
import { put } from '../frame/router.js';
import { isServiceAdmin } from '../frame/session.js';
import { t } from '../frame/words.js';
import { showActivity } from './activity.js';
import { filters } from './filters.js';
import { firstSteps } from './first.js';
import { summary } from './summary.js';
import { tokenList } from './list.js';

const size = 50;
const pollMs = 10_000;

export async function show(place, { query }, life) {
  const wanted = { realm: '', state: '', keyword: '', ...query, page: Number(query.page) || 1 };
  const said = summary();
  const list = tokenList(life);
  const steps = h('div');
  const pages = h('div');
  const plots = isServiceAdmin() ? h('div', { class: 'plots' }) : null;

  const choice = filters(wanted, (change) => load(change));
  let asked = 0;
  const load = async (change) => {
    Object.assign(wanted, change);
    if (change) keepAddress(wanted);
    const mine = ++asked;
    const { realm, state, keyword, page } = wanted;
    const query = { order: 'trouble', pageSize: size, realm, state, keyword, page };
    const { body } = await get('status', query, { signal: life.signal });
    if (mine === asked) draw(body.data);
  };
  const draw = ({ list: tokens, total, counts }) => {
    const last = Math.max(1, Math.ceil(total / size));
    if (wanted.page > last) return void load({ page: last });
    said.show(counts, wanted);
    choice.show(counts);
    firstSteps(steps, counts, tokens, wanted);
    list.show(tokens, wanted);
    fill(pages, total > size && pager(total, wanted.page, size, turn));
  };
  const turn = async (page) => {
    await load({ page });
    list.focus();
  };

  await load();
  fill(place, h('div', { class: 'head' }, h('h1', {}, t('frame.overview')), said.node), plots, steps,
    choice.node, list.node, pages);
  life.every(pollMs, () => load());
  if (plots) await showActivity(plots, life);
}

function keepAddress({ realm, state, keyword, page }) {
  const chosen = { realm, state, keyword, page: page > 1 ? page : '' };
  const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
  put(query.size > 0 ? `overview?${query}` : 'overview');
}
