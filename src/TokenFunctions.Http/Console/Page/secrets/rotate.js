// Rotation: the new values are proven beside the old ones, which stay in use until then.
import { fill, h } from '../frame/dom.js';
import { busy } from '../frame/pieces.js';
import { link } from '../frame/router.js';
import { t } from '../frame/words.js';
import { guard } from '../realms/guard.js';
import { form, head, outside, part, secretPage, submit } from '../realms/page.js';
import { secretBody } from './body.js';
import { proof } from './proof.js';
import { known } from './replace.js';
import { trailOf } from './one.js';
import { takeOver } from './take-over.js';
import { steps } from './steps.js';

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
  guard(life.signal, () => !held.isDone && body.isTouched());

  const prove = (pressed) =>
    busy(pressed, async () => {
      const read = body.read();
      if (!read) return;
      line.at('prove');
      fill(outcome, h('p', {}, t('secrets.proving')));
      const found = await proof({ name, read, signal: life.signal });
      if (life.signal.aborted) return;
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
    line.at('enter');
    fill(outcome);
  });
  fill(
    place,
    header,
    line.node,
    part(
      t('secrets.step_enter'),
      h('p', {}, t('secrets.enter_all')),
      documentation && h('p', {}, outside(documentation, t('secrets.documentation'))),
      form(prove, body.node, h('div', { class: 'actions' }, submit(t('secrets.prove')))),
    ),
    outcome,
  );
}

const followed = (name) =>
  h(
    'div',
    { class: 'stack' },
    h('p', { class: 'note' }, t('secrets.rotate_followed')),
    h('p', {}, h('a', { href: link(secretPage(name)) }, t('secrets.title', name))),
  );
