// Rotation: the new values are proven beside the old ones, which stay in use until then.
import { fill, h } from '../frame/dom.js';
import { badge, busy, problem } from '../frame/pieces.js';
import { link } from '../frame/router.js';
import { t } from '../frame/words.js';
import { guard } from '../realms/guard.js';
import { form, head, outside, part, secretPage, submit } from '../realms/page.js';
import { reading, sequence } from '../realms/sequence.js';
import { askTrial } from '../realms/trial.js';
import { secretBody } from './body.js';
import { trailOf } from './one.js';
import { known } from './replace.js';
import { takeOver } from './take-over.js';

/** Step by step: enter, prove, replace, renew. */
export async function rotate(place, name, life) {
  const { secret, etag, fields, documentation } = await known(name, life.signal);
  const header = head({ trail: trailOf(name), title: t('secrets.rotate_title', name), lead: t('secrets.rotate_lead') });
  // Its values are in somebody else's hands: the new version of the vault's secret is taken up by itself.
  if (secret.vault_secret) return void fill(place, header, followed(name));
  const line = steps(['enter', 'prove', 'replace', 'renew']);
  const body = secretBody(fields, secret, { withVault: false });
  const outcome = h('div', { class: 'rotation', role: 'status', tabindex: '-1' });
  const held = { etag: etag ?? undefined, isDone: false };
  let round = 0;
  guard(life.signal, () => !held.isDone && body.isTouched());

  const prove = (pressed) =>
    busy(pressed, async () => {
      const read = body.read();
      if (!read) return;
      const mine = ++round;
      line.at('prove');
      fill(outcome, h('p', {}, t('secrets.proving')));
      const found = await proof({ name, read, signal: life.signal });
      // Of values that no longer stand there nothing is proven.
      if (life.signal.aborted || mine !== round) return;
      if (!found.isProven) line.at('enter');
      fill(
        outcome,
        found.node,
        found.isProven && takeOver({ name, secret: { ...name, ...read }, held, line, body, life }),
      );
      outcome.focus();
    });

  body.node.addEventListener('input', () => {
    if (held.isDone) return;
    round++;
    line.at('enter');
    fill(outcome);
  });
  const entry = part(
    t('secrets.step.enter'),
    h('p', {}, t('secrets.enter_all')),
    documentation && h('p', {}, outside(documentation, t('secrets.documentation'))),
    form(prove, body.node, h('div', { class: 'actions' }, submit(t('secrets.prove')))),
  );
  held.lock = (isLocked) => {
    entry.inert = isLocked;
  };
  held.done = () => {
    held.isDone = true;
    entry.hidden = true;
  };
  fill(place, header, line.node, entry, outcome);
}

const followed = (name) =>
  h(
    'div',
    { class: 'stack' },
    h('p', { class: 'note' }, t('secrets.rotate_followed')),
    h('p', {}, h('a', { href: link(secretPage(name)) }, t('secrets.title', name))),
  );

/** Tries new values with the provider while the old ones stay in use: `{ isProven, node }`. */
export async function proof({ name, read }) {
  const { keep_warm: _, expires_at: __, ...secret } = read;
  let trial;
  try {
    trial = await askTrial({ realm: name.realm, body: { secret }, why: t('secrets.ends_token') });
  } catch (fault) {
    return { isProven: false, node: unproven(problem(fault)) };
  }

  if (!trial) return { isProven: false, node: h('p', { class: 'note' }, t('secrets.not_tried')) };
  if (trial.outcome !== 'token') return { isProven: false, node: unproven(reading(trial), exchangesOf(trial)) };
  return {
    isProven: true,
    node: h(
      'section',
      { class: 'part proven' },
      h('h2', {}, badge('ok', t('secrets.proven')), ' ', t('secrets.proven_title')),
      reading(trial),
      exchangesOf(trial),
    ),
  };
}

const unproven = (...why) =>
  h(
    'section',
    { class: 'part unproven' },
    h('h2', {}, t('secrets.unproven')),
    h('p', { class: 'detail' }, t('secrets.nothing_changed')),
    ...why,
  );

const exchangesOf = (trial) =>
  h('details', { class: 'more' }, h('summary', {}, t('secrets.exchanges')), sequence(trial));

/** Where in a sequence one is: `{ node, at(name), done() }`. */
export function steps(names) {
  const items = names.map((name) => h('li', {}, t(`secrets.step.${name}`)));
  const node = h('ol', { class: 'steps', 'aria-label': t('secrets.steps') }, items);
  const mark = (reached) =>
    items.forEach((item, i) => {
      item.classList.toggle('passed', i < reached);
      if (i === reached) item.setAttribute('aria-current', 'step');
      else item.removeAttribute('aria-current');
    });
  mark(0);
  return { node, at: (name) => mark(names.indexOf(name)), done: () => mark(names.length) };
}
