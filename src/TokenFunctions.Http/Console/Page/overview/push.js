import { baseAddress, seg } from '../frame/api.js';
import { h } from '../frame/dom.js';
import { copyButton } from '../frame/pieces.js';
import { t } from '../frame/words.js';

// How the program that receives the provider's callback hands the value on.
export function pushHint(realm, key) {
  const line = [
    `printf 'x-api-key: %s\\n' "$TOKENS_KEY" |`,
    `  curl -sS -H @- -H 'Content-Type: application/json' \\`,
    `  --data-binary @pushed.json '${baseAddress()}/input/${seg(realm)}/${seg(key)}'`,
  ].join('\n');
  return h('details', { class: 'push' }, h('summary', {}, t('overview.push')),
    h('p', { class: 'soft' }, t('overview.push_how')), h('pre', { tabindex: '0' }, line), copyButton(() => line));
}
