import { h } from '../frame/dom.js';
import { busy, field } from '../frame/pieces.js';
import { t } from '../frame/words.js';
import { actions } from './actions.js';
import { actionText } from './table.js';

// What is sought; the address has it too, so that a finding can be shown to others.
export function filterForm(query, onFind) {
  const fields = fieldsOf(query);
  const { from, to } = fields;
  const button = h('button', { class: 'main' }, t('audit.find'));
  const send = () => {
    for (const one of [from, to]) one.fault('');
    const chosen = read(fields);
    if (chosen.from && chosen.to && chosen.from >= chosen.to) return wrong(from);
    const address = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
    return busy(button, () => onFind({ query: chosen, address: address.size > 0 ? `audit?${address}` : 'audit' }));
  };
  const node = h('form', {
    class: 'card seek', novalidate: true, on: { submit: (event) => { event.preventDefault(); send(); } },
  }, Object.values(fields).map((one) => one.node), h('div', { class: 'actions' }, button));
  return { node, send };
}

function fieldsOf(query) {
  const time = (name) => field({
    name, label: t(`audit.by_${name}`), type: 'datetime-local', value: local(query[name]), step: 60,
    hint: t(`audit.by_${name}_hint`),
  });
  const text = (name, more) =>
    field({ name, label: t(`audit.by_${name}`), value: query[name] ?? '', maxlength: 128, ...more });
  return {
    from: time('from'), to: time('to'), who: text('who'),
    action: field({
      name: 'action', label: t('audit.by_action'), type: 'select', value: query.action ?? '',
      options: [
        { value: '', text: t('audit.any') },
        ...known(query.action).map((action) => ({ value: action, text: actionText(action) })),
      ],
    }),
    realm: text('realm'), key: text('key'),
    result: text('result', { options: ['done', 'begun', 'precondition_failed', 'unauthorized', 'forbidden'] }),
  };
}

const known = (asked) => (asked && !actions.includes(asked) ? [...actions, asked] : actions);

function read(fields) {
  const values = Object.entries(fields).map(([name, { input }]) => [name, input.value.trim()]);
  const chosen = Object.fromEntries(values);
  for (const name of ['from', 'to']) chosen[name] = chosen[name] && new Date(chosen[name]).toISOString();
  return chosen;
}

function wrong({ input, fault }) {
  fault(t('audit.wrong_order'));
  input.focus();
}

// An instant as the field wants it: in the browser's zone, without one.
function local(iso) {
  const time = Date.parse(iso ?? '');
  if (Number.isNaN(time)) return '';
  return new Date(time - new Date(time).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
