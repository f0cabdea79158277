import { post } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { busy, field, notice, problem } from '../frame/pieces.js';
import { go } from '../frame/router.js';
import { t } from '../frame/words.js';
import { guard } from '../realms/guard.js';
import { form, head, outside, secretPage, submit } from '../realms/page.js';
import { secretBody } from './body.js';
import { needs, realmNames } from './needs.js';
import { realmOf } from './replace.js';

/** A new secret; what it consists of is what its realm asks for. */
export async function make(place, query, life) {
  const names = await realmNames(life.signal).catch(() => []);
  const realm = field({
    name: 'realm',
    label: t('secrets.realm'),
    value: query.realm ?? '',
    options: names,
    required: true,
    maxlength: 128,
  });
  const key = field({
    name: 'key',
    label: t('secrets.key'),
    value: query.key ?? '',
    hint: t('secrets.key_hint'),
    required: true,
    maxlength: 128,
  });
  const body = secretBody([]);
  const told = h('div', { role: 'status' });
  let round = 0;
  const learn = async () => {
    const mine = ++round;
    realm.fault('');
    const { wanted, fault } = await learned(realm.input.value.trim(), life.signal);
    // The answer for a realm that was named before says nothing of this one.
    if (mine !== round) return;
    if (fault && !fault.code) throw fault;
    if (fault) realm.fault(fault.detail);
    if (!wanted) return;
    body.ask(wanted.fields);
    fill(told, wanted.documentation && h('p', {}, outside(wanted.documentation, t('secrets.documentation'))));
  };
  const { free } = guard(life.signal, body.isTouched);
  const save = (pressed) =>
    busy(pressed, async () => {
      const saved = await sent({ realm, key, body });
      if (!saved) return;
      free();
      body.clear();
      if (life.signal.aborted) return;
      notice('ok', t('secrets.saved', saved));
      go(secretPage(saved));
    });
  realm.input.addEventListener('change', () => learn().catch((fault) => fill(told, problem(fault))));
  if (realm.input.value) await learn();
  fill(
    place,
    head({
      trail: [['secrets', t('frame.secrets')]],
      title: t('secrets.new'),
      lead: t(query.first ? 'secrets.first_lead' : 'secrets.new_lead'),
    }),
    form(
      save,
      h('div', { class: 'row' }, realm.node, key.node),
      told,
      body.node,
      h('div', { class: 'actions' }, submit(t('secrets.save'))),
    ),
  );
  if (query.first) key.input.value ||= 'main';
}

async function learned(id, signal) {
  try {
    return { wanted: id ? await needs(await realmOf(id, signal), signal) : null };
  } catch (fault) {
    return { fault };
  }
}

async function sent({ realm, key, body }) {
  [realm, key].forEach((one) => one.fault(one.input.value.trim() ? '' : t('secrets.missing')));
  const lacking = [realm, key].find((one) => !one.input.value.trim());
  if (lacking) return void lacking.input.focus();
  const read = body.read();
  if (!read) return;
  try {
    return (
      await post(
        'secret',
        { realm: realm.input.value.trim(), key: key.input.value.trim(), ...read },
        { ifNoneMatch: '*' },
      )
    ).body;
  } catch (fault) {
    const at = { realm, key }[fault.status === 412 ? 'key' : fault.field];
    at?.fault(fault.status === 412 ? t('secrets.taken') : fault.detail);
    at?.input.focus();
    if (!at && !body.told(fault)) throw fault;
  }
}
