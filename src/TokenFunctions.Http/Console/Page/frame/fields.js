import { h } from './dom.js';
import { t } from './words.js';

let count = 0;

// type: as of input, or 'textarea', 'select', 'checkbox'. options: texts or { value, text }; of an input, proposals.
// Whatever else is given is set on the input. fault('') takes the fault away.
export function field({ name, label, type = 'text', hint, value, required = false, options, ...more }) {
  const id = `f${++count}`;
  const input = control(type, { id, name, value, required, options, ...more });
  const wrong = h('p', { class: 'fault', id: `${id}-fault` });
  const help = hint ? h('p', { class: 'hint', id: `${id}-hint` }, hint) : null;
  const list = options && type !== 'select' ? h('datalist', { id: `${id}-list` }, options.map(option)) : null;
  if (list) input.setAttribute('list', list.id);
  const fault = (text) => {
    wrong.textContent = text ?? '';
    if (text) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    describe(input, help, text ? wrong : null);
  };
  const isFree = more.optional && !required;
  const head = h('label', { for: id }, label, isFree && h('span', { class: 'soft' }, ` ${t('frame.optional')}`));
  describe(input, help, null);
  const isTick = type === 'checkbox';
  const node = h('div', { class: isTick ? 'field tick' : 'field' },
    isTick ? [input, head] : [head, input], help, wrong, list);
  return { node, input, fault };
}

function control(type, { id, name, value, required, options, optional, ...more }) {
  const props = { id, name, required, autocomplete: 'off', ...more };
  if (type === 'textarea') return h('textarea', { rows: 4, spellcheck: 'false', ...props, value: value ?? '' });
  if (type === 'select') return h('select', { ...props, value }, (options ?? []).map(option));
  if (type === 'checkbox') return h('input', { ...props, type, checked: value === true });
  return h('input', { spellcheck: 'false', autocapitalize: 'off', ...props, type, value: value ?? '' });
}

function option(one) {
  return h('option', { value: one.value ?? one }, one.text ?? one);
}

function describe(input, ...nodes) {
  const ids = nodes.filter(Boolean).map((node) => node.id).join(' ');
  if (ids) input.setAttribute('aria-describedby', ids);
  else input.removeAttribute('aria-describedby');
}
