import { h } from '../frame/dom.js';
import { field } from '../frame/pieces.js';
import { may } from '../frame/session.js';
import { t } from '../frame/words.js';
import { fillLists, knownTokens } from './known.js';

// What a caller may ask. Lists only propose: who may read but not see the status types the names.
export function askForm(first, { onAsk, onName, signal }) {
  const [realm, key] = ['realm', 'key'].map((name) =>
    field({ name, label: t(`try.ask_${name}`), value: first[name], required: true, options: [], maxlength: 128 }));
  const ttl = field({
    name: 'min_ttl', label: t('try.ask_min_ttl'), hint: t('try.ask_min_ttl_hint'), optional: true,
    type: 'number', min: 0, max: 31_536_000, inputmode: 'numeric',
  });
  const [attach, flush] = ['attach', 'flush'].map((name) =>
    field({ name, label: t(`try.ask_${name}`), hint: t(`try.ask_${name}_hint`), type: 'checkbox' }));
  attach.input.checked = true;
  const button = h('button', { class: 'main' }, t('try.get'));
  const names = () => ({ realm: realm.input.value.trim(), key: key.input.value.trim() });

  const wanted = () => ({
    ...names(), attach: attach.input.checked,
    ...(ttl.input.value && { min_ttl: Number(ttl.input.value) }),
    ...(!flush.node.hidden && flush.input.checked && { flush: true }),
  });
  const offer = () => { flush.node.hidden = !may('flush', names().realm, names().key); };
  const renamed = () => { offer(); onName(names()); };
  const send = (event) => {
    event.preventDefault();
    if (isWhole([realm, key, ttl])) onAsk(wanted(), button);
  };
  offer();
  const form = h('form', { class: 'card ask', novalidate: true, on: { submit: send } },
    realm.node, key.node, ttl.node, attach.node, flush.node, button);
  for (const { input } of [realm, key]) input.addEventListener('input', renamed);
  knownTokens(signal).then((known) => fillLists(known, realm, key));
  return form;
}

// Told at the fields, and the first wrong one gets the focus.
function isWhole(fields) {
  for (const { input, fault } of fields) fault(faultOf(input));
  const wrong = fields.find(({ input }) => faultOf(input));
  wrong?.input.focus();
  return !wrong;
}

function faultOf(input) {
  if (input.required && !input.value.trim()) return t('try.wanted');
  return input.validity.valid ? '' : t('try.seconds');
}
