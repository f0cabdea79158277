import { h } from '../frame/dom.js';
import { copyButton } from '../frame/pieces.js';
import { t } from '../frame/words.js';

const shownMs = 30_000;
const dots = '••••••••••••••••';

// The token stays in this closure: it is in the page for 30 s after "show", and nowhere once the view is left.
export function hiddenToken(value) {
  let token = value;
  let timer = 0;
  const text = h('code', { class: 'token-text' }, dots);
  const said = h('span', { class: 'soft', role: 'status' });
  const press = () => toggle(text.textContent === dots);
  const button = h('button', { type: 'button', on: { click: press } }, t('try.show'));
  const toggle = (isShown) => {
    clearTimeout(timer);
    text.textContent = isShown && token ? token : dots;
    button.setAttribute('aria-pressed', isShown);
    said.textContent = isShown ? t('try.hides') : '';
    if (isShown) timer = setTimeout(() => toggle(false), shownMs);
  };
  toggle(false);
  const end = () => { toggle(false); token = null; };
  const node = h('div', { class: 'secret' },
    h('div', { class: 'token-box' }, h('span', { class: 'unseen' }, t('try.token')), text),
    h('div', { class: 'actions' }, button, copyButton(() => token, t('try.copy')), said));
  return { node, end };
}
