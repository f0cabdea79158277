// A plain text field with line numbers, and beside its lines what was found there.
import { fill, h } from '../frame/dom.js';
import { t } from '../frame/words.js';

let count = 0;
// What a browser shows twice as wide as a letter in a font of one width.
const BROAD = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/gu;

/** `{ node, input, summary, mark(findings), caret(offset) }`; findings have `line`, `level` and `message`. */
export function editor({ text, label }) {
  const id = `editor-${++count}`;
  const gutter = h('div', { class: 'gutter' });
  const notes = h('div', { class: 'notes' });
  const summary = h('p', { class: 'summary', id: `${id}-summary`, role: 'status', 'aria-live': 'polite' });
  const input = h('textarea', {
    id,
    wrap: 'off',
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    rows: 20,
    'aria-describedby': summary.id,
    value: text,
  });
  let findings = [];

  const draw = () => {
    const lines = input.value.split('\n');
    fill(
      gutter,
      h(
        'div',
        {},
        lines.map((_, i) => h('div', { class: levelOf(findings, i) }, i + 1)),
      ),
    );
    fill(
      notes,
      h(
        'div',
        {},
        beside(findings).map((finding) => note(finding, lines[finding.line] ?? '')),
      ),
    );
    follow();
  };
  const follow = () => {
    gutter.firstChild.style.translate = `0 ${-input.scrollTop}px`;
    notes.firstChild.style.translate = `${-input.scrollLeft}px ${-input.scrollTop}px`;
  };
  const mark = (found) => {
    findings = found;
    input.setAttribute(
      'aria-invalid',
      found.some((f) => f.level === 'error'),
    );
    draw();
  };
  const caret = (offset) => {
    const line = input.value.slice(0, offset).split('\n').length - 1;
    input.focus();
    input.setSelectionRange(offset, offset);
    input.scrollTop = Math.max(0, line - 3) * parseFloat(getComputedStyle(input).lineHeight);
  };

  input.addEventListener('scroll', follow, { passive: true });
  input.addEventListener('input', draw);
  draw();
  const node = h(
    'div',
    { class: 'editor' },
    h('label', { for: id }, label ?? t('editor.label')),
    h(
      'div',
      { class: 'sheet' },
      h('div', { class: 'margin', 'aria-hidden': 'true' }, gutter),
      h('div', { class: 'paper' }, input, h('div', { class: 'over', 'aria-hidden': 'true' }, notes)),
    ),
    summary,
  );
  return { node, input, summary, mark, caret };
}

function levelOf(findings, line) {
  const here = findings.filter((f) => f.line === line);
  if (here.length === 0) return null;
  return here.some((f) => f.level === 'error') ? 'error' : 'warning';
}

// One a line: the list below has them all.
const beside = (findings) => findings.filter((f, i) => findings.findIndex((g) => g.line === f.line) === i);

function note({ line, level, message }, text) {
  const width = text.length + (text.match(BROAD)?.length ?? 0);
  return h('div', { class: `beside ${level}`, style: { '--at-line': line, '--at-column': width } }, message);
}
