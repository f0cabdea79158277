// A test run as what happened one after the other: asked, answered, read.
import { h } from '../frame/dom.js';
import { moment, span } from '../frame/times.js';
import { t, tn } from '../frame/words.js';
import { code, facts } from './page.js';

/** The exchanges of a trial, and what came out. */
export function sequence(trial) {
  return h(
    'div',
    { class: 'stack' },
    h('h2', {}, t('trial.happened')),
    h(
      'ol',
      { class: 'sequence' },
      trial.exchanges.map((exchange, i) => exchangeOf(exchange, i, trial.exchanges.length)),
      h('li', { class: `outcome ${trial.outcome === 'token' ? 'good' : 'wrong'}` }, reading(trial)),
    ),
  );
}

function exchangeOf({ step, request, response }, i, count) {
  const name = step === 'main' || step === null ? t('trial.main') : t('trial.step', { step });
  return h(
    'li',
    {},
    h('h3', {}, count > 1 ? t('trial.numbered', { number: i + 1, count, name }) : name),
    message(t('trial.request'), request),
    response ? message(t('trial.response'), response) : h('p', { class: 'note' }, t('trial.no_response')),
  );
}

function message(title, { line, headers, body }) {
  return h(
    'section',
    { class: 'message' },
    h('h4', {}, title),
    h('code', { class: 'line' }, line),
    headers.length > 0 &&
      h(
        'details',
        {},
        h('summary', {}, tn('trial.headers', headers.length)),
        h(
          'ul',
          { class: 'plain mono' },
          headers.map((header) => h('li', {}, header)),
        ),
      ),
    body
      ? h('pre', { tabindex: 0, 'aria-label': t('trial.body') }, body)
      : h('p', { class: 'soft' }, t('trial.no_body')),
  );
}

/** What was read from the last answer: the token as far as it may be shown, or the failure and its remedy. */
export function reading({ outcome, token, failure }) {
  return outcome === 'token' ? tokenRead(token) : failed(failure);
}

function tokenRead(token) {
  return h(
    'div',
    {},
    h('h3', {}, t('trial.token')),
    facts([
      [
        t('trial.life'),
        token.expires_in === null
          ? t('trial.endless')
          : t('trial.until', { span: span(token.expires_in), at: moment(token.expires_at) }),
      ],
      [t('trial.rule'), token.expires_by && code(token.expires_by)],
      [t('trial.type'), token.token_type],
      [t('trial.length'), tn('trial.characters', token.length)],
      [t('trial.hash'), code(`${token.sha256_prefix}…`)],
      [t('trial.extra'), names(token.extra)],
      [t('trial.state'), names(token.state)],
    ]),
    h('p', { class: 'soft' }, t('trial.not_kept')),
  );
}

function failed(failure) {
  const upstream = [failure.upstream_code, failure.upstream_message].filter(Boolean);
  return h(
    'div',
    {},
    h('h3', {}, t('trial.failure')),
    h('p', { class: 'detail' }, failure.detail),
    h('p', {}, failure.what_to_do),
    facts([
      [t('trial.said'), upstream.length > 0 && h('q', {}, upstream.join(' · '))],
      [t('trial.again'), t(failure.retryable ? 'trial.again_yes' : 'trial.again_no')],
      [t('trial.wait'), failure.retry_after && span(failure.retry_after)],
      [t('trial.refreshes'), names(failure.refresh_uses)],
      [t('trial.code'), code(failure.code)],
    ]),
  );
}

const names = (list) =>
  list?.length > 0 &&
  h(
    'span',
    {},
    list.map((name, i) => [i > 0 && ', ', code(name)]),
  );
