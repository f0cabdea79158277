// One value of a secret while it is typed. It is hidden unless somebody looks, and comes from nowhere but the keyboard.
import { h } from '../frame/dom.js';
import { t } from '../frame/words.js';

let count = 0;

/** `{ node, name, value(), put(text), fault(text), clear() }`. Several lines make it a field that can hold them. */
export function valueField({ field: name, label, confidential, required, gone }) {
  const id = `value-${++count}`;
  const wrong = h('p', { class: 'fault', id: `${id}-fault` });
  const shape = {
    id,
    name: 'value',
    autocomplete: 'off',
    spellcheck: 'false',
    autocapitalize: 'off',
    'aria-describedby': wrong.id,
  };
  const single = h('input', { ...shape, type: confidential ? 'password' : 'text', on: { paste: onPaste } });
  let input = single;
  let isShown = false;
  const reveal = h('button', { type: 'button', class: 'quiet', on: { click: () => show(!isShown) } });
  const row = h('div', { class: 'value' }, single, confidential && reveal, gone && drop());

  function show(shown) {
    isShown = shown;
    reveal.textContent = t(shown ? 'secrets.hide' : 'secrets.reveal');
    reveal.setAttribute('aria-pressed', String(shown));
    reveal.setAttribute('aria-label', `${reveal.textContent}: ${name}`);
    if (input === single && confidential) input.type = shown ? 'text' : 'password';
    else input.classList.toggle('hidden-text', confidential && !shown);
  }

  function widen() {
    if (input !== single) return;
    input = h('textarea', { ...shape, rows: 4, value: single.value });
    single.value = '';
    single.replaceWith(input);
    show(isShown);
  }

  // One line would lose the line ends of a PEM key, and with them the key.
  function onPaste(event) {
    const text = event.clipboardData.getData('text');
    if (!/\n./.test(text)) return;
    event.preventDefault();
    const [start, end] = [single.selectionStart, single.selectionEnd];
    widen();
    input.setRangeText(text, start, end, 'end');
    input.focus();
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function put(text) {
    if (text.includes('\n')) widen();
    input.value = text;
  }

  function drop() {
    return h(
      'button',
      { type: 'button', class: 'quiet', 'aria-label': t('secrets.without', { name }), on: { click: gone } },
      '×',
    );
  }

  const fault = (text) => {
    wrong.textContent = text ?? '';
    if (text) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };
  show(false);
  row.addEventListener('focusout', (event) => {
    if (isShown && !row.contains(event.relatedTarget)) show(false);
  });
  const node = h(
    'div',
    { class: 'field' },
    h(
      'label',
      { for: id },
      h('code', {}, name),
      label && ` ${label}`,
      required === false && h('span', { class: 'soft' }, ` ${t('frame.optional')}`),
    ),
    row,
    wrong,
  );
  return {
    node,
    name,
    required,
    fault,
    value: () => input.value,
    put,
    focus: () => input.focus(),
    clear: () => {
      input.value = '';
      show(false);
    },
  };
}
