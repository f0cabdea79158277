import { h } from '../frame/dom.js';
import { ago, moment, now, until } from '../frame/times.js';
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

// Its time has come, or a person has put the failure aside.
export function isTriedNext(failure) {
  return Boolean(failure?.retry_at) && Date.parse(failure.retry_at) <= now();
}

function next({ retry_at: at }) {
  if (!at) return t('overview.waits_for_you');
  return isTriedNext({ retry_at: at }) ? t('overview.tried_next') : t('overview.next_try', { when: until(at) });
}

function block(state, ...content) {
  return h('div', { class: `cause ${state}` }, content);
}
