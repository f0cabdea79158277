import { now } from './clock.js';
import { language, t } from './words.js';

const units = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000], ['second', 1_000]];
const made = new Map();

export { now };
export const ago = (iso) => relative(iso);
export const until = (iso) => relative(iso);

// Its two largest units, such as 1 hr 26 min.
export function span(ms) {
  if (ms === null || ms === undefined) return t('frame.never');
  let rest = Math.max(0, Math.round(ms / 1_000) * 1_000);
  const first = units.findIndex(([, size]) => rest >= size);
  if (first < 0) return amount('second', 0);
  const parts = [];
  for (const [unit, size] of units.slice(first, first + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(amount(unit, count));
  }
  return parts.join(' ');
}

export function moment(iso) {
  return iso ? form('DateTimeFormat', { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso)) : never();
}

export function hour(iso) {
  return form('DateTimeFormat', { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
}

export const number = (value) => form('NumberFormat', {}).format(value);

function relative(iso) {
  if (!iso) return never();
  const left = Date.parse(iso) - now();
  const [unit, size] = units.find(([, one]) => Math.abs(left) >= one) ?? units.at(-1);
  return form('RelativeTimeFormat', { numeric: 'auto' }).format(Math.trunc(left / size), unit);
}

function amount(unit, count) {
  return form('NumberFormat', { style: 'unit', unit, unitDisplay: 'short' }).format(count);
}

function never() {
  return t('frame.never');
}

// Making one is slow, and a list of tokens wants hundreds of texts.
function form(kind, options) {
  const name = `${language()} ${kind} ${JSON.stringify(options)}`;
  if (!made.has(name)) made.set(name, new Intl[kind](language(), options));
  return made.get(name);
}
