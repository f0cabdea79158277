import { h } from '../frame/dom.js';
import { ago, moment, until } from '../frame/times.js';
import { t, tn } from '../frame/words.js';

// Why there is no newer token, in words: what happened, what to do, since when, and when it is tried again.
export function cause({ failure, failure_count: count, uncertain_since: since, state }) {
  if (!failure) return since ? block(state, h('p', {}, t('overview.uncertain_since', { when: ago(since) }))) : null;
  const times = [
    h('span', { title: moment(failure.at) }, t('overview.failed', { when: ago(failure.at) })),
    count > 1 && h('span', {}, tn('overview.times', count)),
    h('span', {}, next(failure)),
    since && h('span', {}, t('overview.uncertain_since', { when: ago(since) })),
  ];
  return block(state,
    h('p', { class: 'detail' }, failure.detail || failure.code),
    failure.what_to_do && h('p', {}, failure.what_to_do),
    (failure.upstream_code || failure.upstream_message) && h('p', {}, t('frame.upstream'), ' ',
      h('q', {}, [failure.upstream_code, failure.upstream_message].filter(Boolean).join(' · '))),
    h('p', { class: 'facts' }, times, h('code', {}, failure.code)));
}

function next({ retry_at: at }) {
  return at ? t('overview.next_try', { when: until(at) }) : t('overview.waits_for_you');
}

function block(state, ...content) {
  return h('div', { class: `cause ${state}` }, content);
}
