import { baseAddress } from '../frame/api.js';
import { h } from '../frame/dom.js';
import { copyButton } from '../frame/pieces.js';
import { t } from '../frame/words.js';
import { languages } from './languages.js';
import { tabs } from './tabs.js';

const placeholders = { realm: 'REALM', key: 'KEY' };

// Lines to copy for the chosen token. The key is read from the environment, whoever is signed in.
export function snippets(first) {
  const parts = languages.map(({ id, title, write }) => {
    const code = h('code');
    let text = '';
    const show = (wanted) => { code.textContent = text = write(wanted); };
    const content = [h('pre', { tabindex: '0' }, code), copyButton(() => text)];
    return { id, title, show, content };
  });
  let wanted = {};
  const show = (more) => {
    const isOther = more.realm !== wanted.realm;
    wanted = { ...wanted, ...(isOther && { attach: null }), ...more };
    const filled = Object.fromEntries(Object.entries(placeholders).map(([name, none]) => [name, wanted[name] || none]));
    const service = baseAddress().replace(/\/api$/, '');
    const host = wanted.attach?.hosts?.find((one) => !one.includes('*')) ?? 'api.example.com';
    for (const part of parts) part.show({ ...filled, service, api: `https://${host}`, attach: wanted.attach });
  };
  show(first);
  const node = h('section', { class: 'snippets' },
    h('h2', {}, t('try.use')), h('p', { class: 'lead' }, t('try.use_text')), tabs(t('try.use'), parts));
  return { node, show };
}
