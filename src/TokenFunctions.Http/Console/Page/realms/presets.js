import { get, post, seg } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { badge, busy, empty, field } from '../frame/pieces.js';
import { go, link } from '../frame/router.js';
import { t } from '../frame/words.js';
import { tidy } from './definition.js';
import { editNew } from './edit.js';
import { listing } from './listing.js';
import { button, code, facts, form, head, outside, part, submit } from './page.js';

/** The providers that the service knows; one of them becomes a realm. */
export async function fromPreset(place, query, trail, life) {
  if (query.preset) return chosen(place, query.preset, trail, life);
  const found = await listing({
    path: 'preset',
    address: 'realms/new?from=preset',
    query,
    signal: life.signal,
    label: t('realms.preset_search'),
    columns: columns(),
    none: () => empty(t('realms.nothing_found')),
  });
  fill(place, head({ trail, title: t('realms.way.preset'), lead: t('realms.preset_lead') }), found.node);
}

const columns = () => [
  {
    title: t('realms.provider'),
    head: true,
    class: 'broad',
    cell: (p) => h('a', { href: link(`realms/new?from=preset&preset=${seg(p.id)}`) }, p.title),
  },
  { title: t('realms.preset'), cell: (p) => code(p.id) },
  { title: t('realms.needs'), class: 'broad', cell: (p) => p.secret.map((f) => f.field).join(', ') },
  { title: t('realms.seen'), cell: (p) => seen(p.confirmation) },
];

const KINDS = { confirmed: 'ok', partly: 'due', unconfirmed: 'none' };
const seen = (confirmation) => badge(KINDS[confirmation] ?? 'none', t(`realms.seen.${confirmation}`));

async function chosen(place, id, trail, life) {
  const { body: preset } = await get(`preset/${seg(id)}`, {}, { signal: life.signal });
  const name = field({
    name: 'id',
    label: t('realms.id'),
    value: id,
    required: true,
    hint: t('realms.id_hint'),
    maxlength: 128,
  });
  const comment = field({ name: 'comment', label: t('realms.comment'), optional: true, maxlength: 2000 });
  const realm = () => ({
    id: name.input.value.trim(),
    preset: id,
    ...(comment.input.value.trim() && { comment: comment.input.value.trim() }),
  });
  const openEditor = button(
    t('realms.preset_override'),
    () => editNew(place, { text: tidy(JSON.stringify({ ...realm(), config: {} })), trail }, life),
    'quiet',
  );
  const make = async (pressed) =>
    busy(pressed, async () => {
      name.fault('');
      const saved = await save(realm(), name);
      if (saved && !life.signal.aborted) go(`secrets/new?realm=${seg(saved.id)}&first=1`);
    });
  fill(
    place,
    head({ trail: [...trail, ['realms/new?from=preset', t('realms.way.preset')]], title: preset.title }),
    about(preset),
    part(
      t('realms.name_it'),
      form(make, name.node, comment.node, h('div', { class: 'actions' }, submit(t('realms.make')), openEditor)),
    ),
  );
}

async function save(realm, name) {
  try {
    return (await post('realm', realm, { ifNoneMatch: '*' })).body;
  } catch (fault) {
    if (fault.status === 412) name.fault(t('realms.taken'));
    else if (fault.field === 'id') name.fault(fault.detail);
    else throw fault;
    name.input.focus();
    return null;
  }
}

const about = (preset) =>
  h(
    'div',
    { class: 'stack' },
    facts([
      [t('realms.preset'), code(preset.id)],
      [t('realms.documentation'), outside(preset.documentation, preset.documentation)],
      [t('realms.seen'), seen(preset.confirmation)],
      [
        t('realms.needs'),
        h(
          'ul',
          { class: 'plain' },
          preset.secret.map((f) =>
            h('li', {}, code(f.field), ' ', f.label, f.required === false && ` (${t('realms.optional')})`),
          ),
        ),
      ],
    ]),
    preset.notes && h('p', { class: 'note' }, preset.notes),
  );
