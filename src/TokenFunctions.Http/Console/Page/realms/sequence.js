// A test run as what happened one after the other: asked, answered, read.
import { h } from '../frame/dom.js';
import { t, tn } from '../frame/words.js';
import { reading } from './reading.js';

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
