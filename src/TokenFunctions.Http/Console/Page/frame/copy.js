import { h } from './dom.js';
import { notice } from './notices.js';
import { t } from './words.js';

export function copyButton(text, label = t('frame.copy')) {
  return h('button', { type: 'button', class: 'quiet', on: { click: async () => {
    try {
      await copy(await text());
      notice('ok', t('frame.copied'));
    } catch {
      notice('bad', t('frame.not_copied'));
    }
  } } }, label);
}

async function copy(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  // Without https there is no clipboard but this one, which needs no node that would hold the text.
  const put = (event) => { event.clipboardData.setData('text/plain', text); event.preventDefault(); };
  document.addEventListener('copy', put, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put);
  if (!done) throw new Error('The browser did not copy.');
}
