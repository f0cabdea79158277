import { h } from './dom.js';
import { notice } from './notices.js';
import { mayLeave } from './router.js';
import { themeChoice } from './theme.js';
import { language, t, useLanguage } from './words.js';

// Each language is named in itself, for those who cannot read the other one.
const names = { en: 'English', 'zh-CN': '简体中文' };

export function choices() {
  return h('div', { class: 'choices' },
    h('select', {
      class: 'quiet', value: language(), 'aria-label': `${t('frame.language')} / Language / 语言`,
      on: { change: (event) => change(event.target) },
    }, Object.entries(names).map(([code, name]) => h('option', { value: code, lang: code }, name))),
    themeChoice());
}

// The view is drawn anew in the other language, and with it goes what was typed.
async function change(select) {
  const wanted = select.value;
  select.value = language();
  if (await mayLeave()) await useLanguage(wanted).catch(() => notice('bad', t('frame.away')));
}

export function brand() {
  return h('span', { class: 'brand' },
    h('img', { src: 'console/style/mark.svg', alt: '', width: 24, height: 24 }), 'TokenFunctions');
}
