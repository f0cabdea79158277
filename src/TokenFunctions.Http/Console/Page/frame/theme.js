import { h } from './dom.js';
import { keep, kept } from './kept.js';
import { t } from './words.js';

const themes = ['auto', 'light', 'dark'];
const current = () => themes.includes(kept('theme')) ? kept('theme') : 'auto';

export function useTheme(name = current()) {
  document.documentElement.dataset.theme = name;
}

export function themeChoice() {
  return h('select', {
    class: 'quiet', value: document.documentElement.dataset.theme, 'aria-label': t('frame.theme'),
    on: { change: (event) => { useTheme(event.target.value); keep('theme', event.target.value); } },
  }, themes.map((name) => h('option', { value: name }, t(`frame.theme_${name}`))));
}
