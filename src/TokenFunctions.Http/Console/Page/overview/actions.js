import { post, seg } from '../frame/api.js';
import { h } from '../frame/dom.js';
import { busy, notice } from '../frame/pieces.js';
import { link } from '../frame/router.js';
import { may } from '../frame/session.js';
import { t } from '../frame/words.js';
import { isTriedNext } from './cause.js';
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
  const isTried = isTriedNext(failure) && state !== 'uncertain';
  const isMender = isBad && may('admin', realm, key);
  const menders = [
    isMender && !isTried && retryButton(status, show, !wantsSecret && state !== 'waiting'),
    isMender && to('secrets/*/replace', status, t('overview.replace'), wantsSecret),
  ];
  if (wantsSecret) menders.reverse();
  return [
    ...menders,
    may('read', realm, key) && to('try/*', status, tryText(status), isBad && isTried && !wantsSecret),
    isBad && providersPage(realm, life),
    state === 'waiting' && may('input', realm, key) && pushHint(realm, key),
  ];
}

const tryText = ({ state }) => t(state === 'none' ? 'overview.get_first' : 'frame.try');

// Read out alone, a button says which token it is for.
const name = (what, { realm, key }) => ({ 'aria-label': t('overview.of', { what, name: `${realm} / ${key}` }) });

function to(view, status, text, isMain = false) {
  const hash = link(view.replace('*', `${seg(status.realm)}/${seg(status.key)}`));
  return h('a', { class: isMain ? 'button main' : 'button', href: hash, ...name(text, status) }, text);
}

function retryButton(status, show, isMain) {
  const { realm, key } = status;
  const retry = async (event) => busy(event.currentTarget, async () => {
    const { body } = await post(`status/${seg(realm)}/${seg(key)}/retry`, {});
    notice('ok', t('overview.retried', { name: `${realm} / ${key}` }));
    show(body);
  });
  const text = t('overview.retry');
  const props = { type: 'button', class: isMain ? 'main' : '', ...name(text, status), on: { click: retry } };
  return h('button', props, text);
}
