import { h } from '../frame/dom.js';
import { busy, field, notice } from '../frame/pieces.js';
import { link } from '../frame/router.js';
import { number } from '../frame/times.js';
import { t } from '../frame/words.js';
import { states, sum } from './states.js';

const typingMs = 300;

// Each state with its count is a button that shows only those; a second press shows all again.
export function filters(wanted, onChange, signal) {
  const buttons = ['', ...states].map((state) => stateButton(state, wanted, onChange));
  const group = h('div', { class: 'filters', role: 'group', 'aria-label': t('overview.by_state') },
    wanted.realm && realmChip(wanted.realm), buttons.map((b) => b.node));
  const node = h('div', { class: 'bar-of-filters' }, group, search(wanted, onChange, signal));
  return { node, show: (counts) => buttons.forEach((b) => b.show(counts)) };
}

// Shown where the address names a realm; it leads back to all of them.
function realmChip(realm) {
  return h('a', { class: 'button filter realm', href: link('overview') },
    t('overview.realm_only', { realm }), h('span', { 'aria-hidden': 'true' }, '×'),
    h('span', { class: 'unseen' }, t('overview.every_realm')));
}

function stateButton(state, wanted, onChange) {
  const count = h('b', {}, '');
  const choose = () => busy(node, () => onChange({ state: wanted.state === state ? '' : state, page: 1 }));
  const node = h('button', { type: 'button', class: `filter ${state}`, on: { click: choose } },
    count, ' ', h('span', {}, state ? t(`overview.state_${state}`) : t('overview.all')));
  const show = (counts) => {
    const many = state ? counts[state] ?? 0 : sum(counts);
    count.textContent = number(many);
    node.setAttribute('aria-pressed', wanted.state === state);
    node.hidden = many === 0 && state !== '' && wanted.state !== state;
  };
  return { node, show };
}

// Silence is told by the page's banner.
function tell(fault) {
  if (fault.detail) notice('bad', fault.detail);
}

function search(wanted, onChange, signal) {
  const { node, input } = field({
    name: 'keyword', label: t('overview.search'), type: 'search', value: wanted.keyword, maxlength: 128,
    placeholder: t('overview.search'),
  });
  node.classList.add('search');
  node.querySelector('label').classList.add('unseen');
  let timer = 0;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => onChange({ keyword: input.value.trim(), page: 1 }).catch(tell), typingMs);
  });
  signal.addEventListener('abort', () => clearTimeout(timer));
  return node;
}
