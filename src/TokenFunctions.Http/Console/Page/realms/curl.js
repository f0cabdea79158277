import { post } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { busy, field } from '../frame/pieces.js';
import { link } from '../frame/router.js';
import { t } from '../frame/words.js';
import { tidy } from './definition.js';
import { editNew } from './edit.js';
import { code, form, head, submit } from './page.js';

/** A realm out of the line of a provider's documentation. */
export async function fromCurl(place, trail, life) {
  const line = field({
    name: 'curl',
    type: 'textarea',
    rows: 5,
    class: 'mono',
    required: true,
    label: t('realms.curl'),
    hint: t('realms.curl_hint'),
    maxlength: 32768,
  });
  const answer = field({
    name: 'answer',
    type: 'textarea',
    rows: 5,
    class: 'mono',
    optional: true,
    label: t('realms.answer'),
    hint: t('realms.answer_hint'),
  });
  const draft = (pressed) =>
    busy(pressed, async () => {
      line.fault('');
      const drafted = await ask(line, answer);
      if (!drafted) return;
      // The line holds credentials: it goes with the page that it was typed on.
      const text = tidy(JSON.stringify(drafted.realm));
      await editNew(place, { text, trail, fields: drafted.secret, above: told(drafted) }, life);
    });
  fill(
    place,
    head({ trail, title: t('realms.way.curl'), lead: t('realms.curl_lead') }),
    form(draft, line.node, answer.node, h('div', { class: 'actions' }, submit(t('realms.draft')))),
  );
}

async function ask(line, answer) {
  const sample = answer.input.value.trim();
  try {
    const body = { curl: line.input.value.trim(), ...(sample && { answer: valueOf(sample) }) };
    return (await post('realm-draft', body)).body;
  } catch (fault) {
    if (fault.field !== 'curl') throw fault;
    line.fault(fault.detail);
    line.input.focus();
    return null;
  }
}

function valueOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

// What a person should look at before the realm is saved.
function told({ unsure, preset, secret }) {
  return h(
    'div',
    { class: 'drafted' },
    preset &&
      h(
        'p',
        { class: 'note' },
        t('realms.seems', { title: preset.title }),
        ' ',
        preset.why,
        ' ',
        h(
          'a',
          { href: link(`realms/new?from=preset&preset=${encodeURIComponent(preset.id)}`) },
          t('realms.take_preset'),
        ),
      ),
    unsure.length > 0 &&
      h(
        'fieldset',
        { class: 'checklist' },
        h('legend', {}, t('realms.unsure')),
        unsure.map((sentence) => field({ name: 'seen', type: 'checkbox', label: sentence }).node),
      ),
    secret.length > 0 &&
      h(
        'div',
        {},
        h('h2', {}, t('realms.draft_secret')),
        h(
          'ul',
          { class: 'plain' },
          secret.map((f) =>
            h('li', {}, code(f.field), ' ', f.label, f.from && h('span', { class: 'soft' }, ` · ${f.from}`)),
          ),
        ),
      ),
  );
}
