import { h } from '../frame/dom.js';
import { ago, moment, span } from '../frame/times.js';
import { t } from '../frame/words.js';
import { attachFacts } from './attach.js';
import { hiddenToken } from './hidden.js';

// What the service answered. The token itself is not among the nodes until somebody asks to see it.
export function resultOf(body) {
  const { token, ...rest } = body;
  const secret = hiddenToken(token);
  const node = h('div', { class: 'card got' },
    h('h2', { tabindex: '-1' }, t('try.got')),
    rest.renewal_failed && failed(rest.renewal_failed),
    rest.stale && warning(t('try.stale')),
    secret.node,
    facts([
      [t('try.source'), t(`try.source_${rest.source}`)],
      [t('try.life'), rest.expires_in === null ? t('try.endless') : lifeOf(rest)],
      [t('try.due'), rest.due_in === null ? t('frame.never') : t('try.in', { time: span(rest.due_in) })],
      [t('try.generation'), String(rest.generation)],
      rest.token_type && [t('try.type'), rest.token_type],
      Object.keys(rest.extra ?? {}).length > 0 && [t('try.extra'), h('code', {}, Object.keys(rest.extra).join(', '))],
      ...attachFacts(rest.attach),
    ]));
  return { node, end: secret.end };
}

function lifeOf({ expires_in: left, expires_at: at }) {
  return [span(left), h('span', { class: 'soft' }, ` · ${moment(at)}`)];
}

function facts(pairs) {
  return h('dl', { class: 'pairs' }, pairs.filter(Boolean).map(([name, value]) =>
    h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

const failed = ({ at, code }) => warning(t('try.renewal_failed', { when: ago(at) }), code);

function warning(text, code) {
  return h('div', { class: 'cause due' }, h('p', {}, text, code && [' ', h('code', {}, code)]));
}
