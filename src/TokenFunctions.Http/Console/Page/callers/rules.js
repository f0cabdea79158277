import { fill, h } from '../frame/dom.js';
import { t } from '../frame/words.js';
import { ruleField } from './rule.js';
import { doubtsOf } from './sentences.js';
import { button } from '../realms/page.js';

const MOST = 100;
const EMPTY = { realm: '', key: '*', verbs: ['read'] };

/** The rule builder: `{ node, read(), fault(place, text) }`. */
export function rulesField(allow, realms) {
  const list = h('div', { class: 'stack' });
  const doubts = h('div', { class: 'stack', role: 'status' });
  const adding = button(t('callers.rule_add'), () => {
    rules.push(made(EMPTY));
    show();
    rules.at(-1).node.querySelector('input').focus();
  });
  let rules = [];

  const made = (rule) => {
    const own = ruleField({
      rule,
      number: rules.length + 1,
      realms,
      changed: doubt,
      gone: () => {
        rules = renumbered(rules.filter((other) => other !== own));
        show();
        adding.focus();
      },
    });
    return own;
  };
  const show = () => {
    fill(list, rules.length ? rules.map((rule) => rule.node) : h('p', { class: 'soft' }, t('callers.no_rules')));
    adding.hidden = rules.length >= MOST;
    doubt();
  };

  // The values are kept: only the numbers change.
  const renumbered = (left) => {
    left.forEach((rule, i) => {
      rule.node.querySelector('legend').textContent = t('callers.rule', { number: i + 1 });
      rule.node.querySelector('button.danger').setAttribute('aria-label', `${t('callers.rule_drop')}: ${i + 1}`);
    });
    return left;
  };

  function doubt() {
    const said = doubtsOf(rules.map((rule) => rule.value()));
    if (said.join() === [...doubts.children].map((node) => node.textContent).join()) return;
    fill(
      doubts,
      said.map((text) => h('p', { class: 'note' }, text)),
    );
  }

  for (const rule of allow) rules.push(made(rule));
  show();
  return {
    node: h('div', { class: 'stack' }, list, h('div', {}, adding), doubts),
    read: () => {
      const read = rules.map((rule) => rule.read());
      return read.includes(undefined) ? null : read;
    },
    value: () => rules.map((rule) => rule.value()),
    // The service names a place as allow[1].verbs.
    fault: (place, text) => {
      const [, index, member] = /^allow\[(\d+)\]\.?(\w*)/.exec(place) ?? [];
      rules[index]?.fault(member, text);
      return rules[index] !== undefined;
    },
  };
}
