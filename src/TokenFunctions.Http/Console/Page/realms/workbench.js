// The editor with all that belongs to it: checks while typing, the form, the test run beside it.
import { get, seg } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { problem } from '../frame/pieces.js';
import { t, tn } from '../frame/words.js';
import { checks } from './checks.js';
import { tidy, valueOf } from './definition.js';
import { editor } from './editor.js';
import { button, part } from './page.js';
import { trial } from './trial.js';

/** `{ node, text(), put(text), fails(findings) }`; `actions` stand before and after its own buttons. */
export function workbench({ text, actions, signal }) {
  const sheet = editor({ text });
  const list = findingsList(sheet.caret);
  const found = (told) => {
    // While it is asked the old words stay: who listens would hear them come and go with every letter.
    sheet.summary.classList.toggle('asking', told.state === 'asking');
    if (!told.findings) return;
    const said = summaryOf(told);
    if (sheet.summary.textContent !== said) sheet.summary.textContent = said;
    sheet.mark(told.findings);
    list.show(told.findings);
  };
  const look = checks({ input: sheet.input, signal, found });
  const put = (changed) => {
    sheet.input.value = changed;
    look();
  };
  const formatted = () => {
    const better = tidy(sheet.input.value);
    if (better !== null) put(better);
  };
  const tried = h('div', { class: 'tried' });
  const open = button(t('editor.try'), () => toggle());
  open.setAttribute('aria-expanded', 'false');

  async function toggle() {
    const isOpen = tried.firstChild !== null;
    open.setAttribute('aria-expanded', String(!isOpen));
    if (isOpen) return void tried.replaceChildren();
    const place = part(t('trial.title'));
    tried.replaceChildren(place);
    const subject = { unsaved: () => sheet.input.value, realm: () => valueOf(sheet.input.value), signal };
    place.append(await trial(subject).catch(problem));
  }

  look();
  const node = h(
    'div',
    { class: 'workbench' },
    sheet.node,
    list.node,
    h('div', { class: 'actions' }, actions.main, button(t('editor.format'), formatted), open, actions.last),
    tried,
  );
  const fails = (findings) => {
    found({ state: 'known', findings });
    if (findings.length) sheet.caret(findings[0].offset);
  };
  return { node, text: () => sheet.input.value, put, fails };
}

/** A stored realm as text, and its version. */
export async function stored(id, signal) {
  const { body, etag, text } = await get(`realm/${seg(id)}`, {}, { signal });
  return { realm: body, etag, text: text ?? JSON.stringify(body) };
}

/** The list under the editor: each entry puts the caret where it speaks of. */
export function findingsList(caret) {
  const node = h('ul', { class: 'findings', 'aria-label': t('editor.findings') });
  const show = (findings) => {
    node.hidden = findings.length === 0;
    fill(
      node,
      findings.map((finding) =>
        h(
          'li',
          { class: finding.level },
          h(
            'button',
            { type: 'button', class: 'link', on: { click: () => caret(finding.offset) } },
            t('editor.line', { line: finding.line + 1 }),
          ),
          ' ',
          finding.level === 'warning' && h('strong', {}, `${t('editor.warning')} `),
          h('span', {}, finding.message),
        ),
      ),
    );
  };
  show([]);
  return { node, show };
}

/** What a check found, in one sentence that is read out. */
export function summaryOf({ state, findings = [], why }) {
  if (state === 'unknown') return t('editor.unknown', { why: why ?? '' });
  const errors = findings.filter((f) => f.level === 'error').length;
  const warnings = findings.length - errors;
  if (errors + warnings === 0) return t('editor.fine');
  return [errors && tn('editor.errors', errors), warnings && tn('editor.warnings', warnings)]
    .filter(Boolean)
    .join(' · ');
}
