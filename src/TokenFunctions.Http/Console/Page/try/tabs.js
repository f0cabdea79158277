import { h } from '../frame/dom.js';

// Tabs as the ARIA practices have them: one is in the order of Tab, arrows go to the others.
export function tabs(label, items) {
  const buttons = items.map(({ id, title }, i) => h('button', {
    type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': `panel-${id}`,
    on: { click: () => choose(i), keydown: (event) => move(event, i) },
  }, title));
  const panels = items.map(({ id, content }) =>
    h('div', { role: 'tabpanel', id: `panel-${id}`, 'aria-labelledby': `tab-${id}` }, content));
  const choose = (chosen) => buttons.forEach((button, i) => {
    button.setAttribute('aria-selected', i === chosen);
    button.tabIndex = i === chosen ? 0 : -1;
    panels[i].hidden = i !== chosen;
  });
  const move = (event, i) => {
    const to = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + items.length) % items.length;
    choose(next);
    buttons[next].focus();
  };
  choose(0);
  return h('div', { class: 'tabs' }, h('div', { role: 'tablist', 'aria-label': label }, buttons), panels);
}
