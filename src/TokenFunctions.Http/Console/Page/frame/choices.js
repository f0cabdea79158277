import { h } from './dom.js';
import { themeChoice } from './theme.js';
import { language, t, useLanguage } from './words.js';

// Each language is named in itself, for those who cannot read the other one.
const names = { en: 'English', 'zh-CN': '简体中文' };

export function choices() {
  return h('div', { class: 'choices' },
    h('select', {
      class: 'quiet', value: language(), 'aria-label': `${t('frame.language')} / Language / 语言`,
      on: { change: (event) => useLanguage(event.target.value) },
    }, Object.entries(names).map(([code, name]) => h('option', { value: code, lang: code }, name))),
    themeChoice());
}

export function brand() {
  return h('span', { class: 'brand' },
    h('img', { src: 'console/style/mark.svg', alt: '', width: 24, height: 24 }), 'TokenFunctions');
}
