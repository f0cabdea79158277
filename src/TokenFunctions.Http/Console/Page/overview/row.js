import { seg } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { link } from '../frame/router.js';
import { ago, moment, now, number, span, until } from '../frame/times.js';
import { t, tn } from '../frame/words.js';
import { actionsOf } from './actions.js';
import { lifeBar } from './bar.js';
import { cause, isTriedNext } from './cause.js';
import { stateBadge } from './states.js';

export function tokenRow(first, life) {
  const [state, facts, why, quota, acts] = ['div', 'div', 'div', 'ul', 'div'].map((tag) => kept(h(tag)));
  const bar = lifeBar();
  facts.node.className = 'facts';
  why.node.className = 'cause-of';
  quota.node.className = 'quotas';
  acts.node.className = 'actions';
  const heading = h('h2', { tabindex: '-1' },
    h('a', { class: 'soft', href: link(`overview?realm=${seg(first.realm)}`) }, first.realm), ' / ', first.key);
  const node = h('li', { class: 'card token' },
    h('div', { class: 'name' },
      heading, state.node),
    bar.node, facts.node, quota.node, why.node, acts.node);
  const show = (status) => {
    node.dataset.state = status.state;
    state.show([status.state], () => stateBadge(status.state));
    bar.show(status);
    facts.show([lifeText(status), status.renewing, status.generation], () => factsOf(status));
    quota.show([status.quotas.map((q) => [q.left, q.max, ends(q)])], () => status.quotas.map(quotaItem));
    why.show([status.failure, status.failure_count, times(status)], () => cause(status));
    const hadFocus = acts.node.contains(document.activeElement);
    acts.show([status.state, status.failure?.code, isTriedNext(status.failure)], () => actionsOf(status, life, show));
    if (hadFocus && !acts.node.contains(document.activeElement)) heading.focus();
  };
  return { node, show };
}

// Draws anew only when what it is drawn from has changed.
function kept(node) {
  let drawn = null;
  return {
    node,
    show(from, make) {
      const mark = JSON.stringify(from);
      if (mark === drawn) return;
      drawn = mark;
      fill(node, make());
    },
  };
}

// The bar in words.
function lifeText({ generation, failure, issued_at: issued, dead_at: dead, due_at: due, expires_at: expires }) {
  if (generation === 0 || !issued) return [t(failure ? 'overview.never_had' : 'overview.no_token_yet')];
  const parts = [t('overview.issued', { when: ago(issued) })];
  const end = dead ?? expires;
  if (!end) return [...parts, t('overview.endless')];
  if (left(end) < 0) return [...parts, t('overview.ended', { when: ago(end) })];
  if (due) parts.push(t(left(due) > 0 ? 'overview.renewal' : 'overview.overdue', { time: span(Math.abs(left(due))) }));
  return [...parts, t('overview.ends', { time: span(left(end)) })];
}

const left = (iso) => Date.parse(iso) - now();

function factsOf(status) {
  const shown = lifeText(status).map((text) => h('span', {}, text));
  shown.at(-1).title = status.dead_at ? moment(status.dead_at) : '';
  if (status.renewing) shown.push(h('span', {}, t('overview.renewing')));
  return shown;
}

function quotaItem(quota) {
  const left = tn('overview.left', quota.left, { max: number(quota.max) });
  const text = t(quota.on === 'force' ? 'overview.quota_forced' : 'overview.quota', { left });
  return h('li', { class: quota.left === 0 ? 'bad' : '' }, `${text}${ends(quota)}`);
}

const ends = ({ used, ends_at: at }) => (used > 0 && at ? ` · ${t('overview.anew', { when: until(at) })}` : '');

const times = ({ failure, uncertain_since: since }) => [
  failure && ago(failure.at), failure?.retry_at && until(failure.retry_at), isTriedNext(failure), since && ago(since),
];
