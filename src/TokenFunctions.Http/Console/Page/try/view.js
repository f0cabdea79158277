import { post, seg } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { busy, problem } from '../frame/pieces.js';
import { put } from '../frame/router.js';
import { t } from '../frame/words.js';
import { askForm } from './form.js';
import { resultOf } from './result.js';
import { snippets } from './snippets.js';

export async function show(place, { parts: [realm = '', key = ''] }, life) {
  const result = h('section', { class: 'result', 'aria-label': t('try.answer') }, waiting());
  const lines = snippets({ realm, key });
  let shown = null;
  const forget = () => { shown?.end(); shown = null; };
  const ask = async (wanted) => {
    forget();
    fill(result, waiting());
    try {
      const { body } = await post('cache/token', wanted, { signal: life.signal });
      shown = resultOf(body);
      fill(result, shown.node);
      lines.show({ ...wanted, attach: body.attach });
    } catch (fault) {
      if (life.signal.aborted) return;
      fill(result, h('h2', { tabindex: '-1' }, t('try.no_token')), problem(fault));
    }
    result.querySelector('h2')?.focus();
  };
  const form = askForm({ realm, key }, {
    onAsk: (wanted, button) => busy(button, () => ask(wanted)),
    onName: (names) => {
      put(['try', names.realm, names.realm && names.key].filter(Boolean).map(seg).join('/'));
      lines.show(names);
    },
    signal: life.signal,
  });
  life.signal.addEventListener('abort', forget);
  fill(place,
    h('div', { class: 'head' }, h('h1', {}, t('frame.try')), h('p', { class: 'lead' }, t('try.lead'))),
    h('div', { class: 'two' }, form, result),
    lines.node);
}

function waiting() {
  return h('p', { class: 'empty' }, t('try.nothing_yet'));
}
