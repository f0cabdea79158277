import { h } from '../frame/dom.js';
import { t } from '../frame/words.js';

// How the token is put on a request to the API, as rows of facts.
export function attachFacts(attach) {
  if (!attach) return [];
  const { place, name, prefix, hosts } = attach;
  return [
    [t('try.put'), [t(`try.put_${place}`), ' ', h('code', {}, sample(place, name, prefix))]],
    hosts?.length > 0 && [t('try.hosts'), h('code', {}, hosts.join(', '))],
    attach.dead?.length > 0 && [t('try.dead'), attach.dead.map(deadSign).join(' · ')],
  ];
}

function sample(place, name, prefix) {
  if (place === 'header') return `${name}: ${prefix ?? ''}${t('try.token_here')}`;
  return `${name}=${prefix ?? ''}${t('try.token_here')}`;
}

function deadSign({ status, code }) {
  const parts = [];
  if (status) parts.push(`HTTP ${status.join(', ')}`);
  if (code) parts.push(t('try.code', { codes: code.join(', ') }));
  return parts.join(' + ');
}
