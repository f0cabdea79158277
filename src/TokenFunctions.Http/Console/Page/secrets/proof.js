import { h } from '../frame/dom.js';
import { badge, problem } from '../frame/pieces.js';
import { t } from '../frame/words.js';
import { reading } from '../realms/reading.js';
import { sequence } from '../realms/sequence.js';
import { askTrial } from '../realms/trial.js';

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
  if (trial.outcome !== 'token') return { isProven: false, node: unproven(reading(trial), details(trial)) };
  return {
    isProven: true,
    node: h(
      'section',
      { class: 'part proven' },
      h('h2', {}, badge('ok', t('secrets.proven')), ' ', t('secrets.proven_title')),
      reading(trial),
      details(trial),
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

const details = (trial) => h('details', { class: 'more' }, h('summary', {}, t('secrets.exchanges')), sequence(trial));
