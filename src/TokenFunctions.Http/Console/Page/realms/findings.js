import { fill, h } from '../frame/dom.js';
import { t, tn } from '../frame/words.js';

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
