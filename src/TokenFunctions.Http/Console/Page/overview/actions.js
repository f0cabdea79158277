import { post, seg } from '../frame/api.js';
import { h } from '../frame/dom.js';
import { busy, notice } from '../frame/pieces.js';
import { link } from '../frame/router.js';
import { may } from '../frame/session.js';
import { t } from '../frame/words.js';
import { providersPage } from './provider.js';
import { pushHint } from './push.js';

// Failures that a newer credential ends; what is left of them is tried again as it is.
const ofTheSecret = new Set([
  'upstream_bad_credentials', 'reauthorize', 'secret_incomplete', 'unknown_secret', 'seal_broken',
]);

export function actionsOf(status, life, show) {
  const { realm, key, state, failure } = status;
  const isBad = failure !== null || state === 'uncertain';
  const wantsSecret = ofTheSecret.has(failure?.code);
  const isMender = isBad && may('admin', realm, key);
  const buttons = [
    isMender && retryButton(status, show, !wantsSecret && state !== 'waiting'),
    isMender && to(`secrets/${seg(realm)}/${seg(key)}/replace`, t('overview.replace'), wantsSecret),
  ];
  if (wantsSecret) buttons.reverse();
  return [
    ...buttons,
    may('read', realm, key) && to(`try/${seg(realm)}/${seg(key)}`, tryText(status)),
    isBad && providersPage(realm, life),
    state === 'waiting' && may('input', realm, key) && pushHint(realm, key),
  ];
}

const tryText = ({ state }) => t(state === 'none' ? 'overview.get_first' : 'frame.try');

function to(hash, text, isMain = false) {
  return h('a', { class: isMain ? 'button main' : 'button', href: link(hash) }, text);
}

function retryButton({ realm, key }, show, isMain) {
  const retry = async (event) => busy(event.currentTarget, async () => {
    const { body } = await post(`status/${seg(realm)}/${seg(key)}/retry`, {});
    notice('ok', t('overview.retried', { name: `${realm} / ${key}` }));
    show(body);
  });
  return h('button', { type: 'button', class: isMain ? 'main' : '', on: { click: retry } }, t('overview.retry'));
}
