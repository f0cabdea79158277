import { h } from './dom.js';
import { t } from './words.js';

let count = 0;
const open = new Set();

// actions: [{ value, text, kind: 'bad' | 'main' }]. Resolves with the chosen value, with null when it was put away.
export function dialog({ title, body, actions }) {
  const id = `d${++count}`;
  const given = actions ?? [{ value: true, text: t('frame.close'), kind: 'main' }];
  return new Promise((resolve) => {
    let chosen = null;
    const choose = (value) => { chosen = value; node.close(); };
    const node = h('dialog', { 'aria-labelledby': id },
      h('h2', { id }, title),
      h('div', { class: 'body' }, typeof body === 'string' ? h('p', {}, body) : body),
      h('div', { class: 'actions' }, given.map(({ value, text, kind }) =>
        h('button', { type: 'button', class: kind ?? '', on: { click: () => choose(value) } }, text))),
      h('div', { class: 'notices', role: 'status' }));
    node.addEventListener('close', () => {
      document.getElementById('notices').append(...node.lastChild.childNodes);
      open.delete(node);
      node.remove();
      resolve(chosen);
    });
    document.body.append(node);
    open.add(node);
    node.showModal();
  });
}

export async function confirmed(text, verb) {
  return await dialog({
    title: t('frame.sure'), body: text,
    actions: [{ value: false, text: t('frame.cancel') }, { value: true, text: verb, kind: 'bad' }],
  }) === true;
}

export function closeDialogs() {
  for (const node of open) node.close();
}
