// All values of a secret: those that the realm asks for, and others that a person adds.
import { fill, h } from '../frame/dom.js';
import { field } from '../frame/pieces.js';
import { t } from '../frame/words.js';
import { valueField } from './value.js';

const NAME = /^[A-Za-z_][A-Za-z0-9_-]{0,127}$/;
const NUMBERED = /^key_([1-9]|1\d|20)$/;

/** `{ node, ask(fields), read(), fault(place, text), isTouched(), clear() }`. */
export function valuesOf(fields = []) {
  const list = h('div', { class: 'values' });
  const name = field({ name: 'field', label: t('secrets.more'), hint: t('secrets.more_hint'), maxlength: 128 });
  const adding = h('button', { type: 'button', on: { click: add } }, t('secrets.add'));
  name.input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  });
  let rows = [];

  // What was typed already stays where the realm asks for the same name.
  function ask(wanted) {
    const own = rows.filter((row) => row.isOwn && wanted.every((f) => f.field !== row.name));
    const typed = new Map(rows.map((row) => [row.name, row.value()]));
    const asked = (f) => {
      const row = valueField(f);
      row.put(typed.get(f.field) ?? '');
      return row;
    };
    rows = [...wanted.map(asked), ...own];
    fill(
      list,
      rows.map((row) => row.node),
    );
  }

  function add() {
    const wanted = name.input.value.trim();
    name.fault('');
    if (!NAME.test(wanted)) return name.fault(t('secrets.bad_name'));
    if (rows.some((row) => row.name === wanted)) return name.fault(t('secrets.double_name'));
    const row = valueField({ field: wanted, confidential: true, required: null, gone: () => drop(row) });
    row.isOwn = true;
    rows.push(row);
    list.append(row.node);
    name.input.value = '';
    changed();
    row.focus();
  }

  function drop(row) {
    rows = rows.filter((other) => other !== row);
    row.node.remove();
    changed();
    name.input.focus();
  }

  // Another set of fields is other values, just as if one was typed over.
  const changed = () => list.dispatchEvent(new Event('input', { bubbles: true }));

  // What was left empty is not sent; null = something is missing, and the field says so.
  function read() {
    name.fault('');
    const lacks = (row) => row.required === true && !row.value();
    rows.forEach((row) => row.fault(lacks(row) ? t('secrets.missing') : ''));
    const missing = rows.find(lacks);
    if (missing) return void missing.focus();
    const given = rows.filter((row) => row.value()).map((row) => [row.name, row.value()]);
    if (given.length === 0) return void wantOne();
    return {
      ...Object.fromEntries(given.filter(([n]) => NUMBERED.test(n))),
      fields: Object.fromEntries(given.filter(([n]) => !NUMBERED.test(n))),
    };
  }

  function wantOne() {
    others.open ||= rows.length === 0;
    (rows[0] ?? name).fault(t('secrets.none_given'));
    (rows[0] ?? name.input).focus();
  }

  // Says at the field what the service says of it; false = it speaks of no field here.
  function fault(place, text) {
    const row = rows.find((one) => place === one.name || place === `fields.${one.name}`);
    row?.fault(text);
    row?.focus();
    return row !== undefined;
  }

  ask(fields);
  const others = h(
    'details',
    { class: 'more' },
    h('summary', {}, t('secrets.others')),
    h('div', { class: 'add' }, name.node, adding),
  );
  const node = h('div', { class: 'values-all' }, list, others);
  return {
    node,
    ask,
    read,
    fault,
    isEmpty: () => rows.length === 0,
    isTouched: () => rows.some((row) => row.value() !== ''),
    clear: () => rows.forEach((row) => row.clear()),
  };
}
