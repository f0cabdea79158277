import { post, seg } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { badge, busy, notice, problem } from '../frame/pieces.js';
import { may } from '../frame/session.js';
import { now, span } from '../frame/times.js';
import { t } from '../frame/words.js';
import { button, facts, secretPage, to } from '../realms/page.js';
import { overtaken } from './replace.js';

/** The proven values take the place of the old ones, and then a token is got with them. */
export function takeOver({ name, secret, held, line, body, life }) {
  const place = h('div', { class: 'stack', tabindex: '-1' });
  const replacing = button(
    t('secrets.replace_now'),
    () =>
      busy(replacing, async () => {
        line.at('replace');
        // What is typed meanwhile would be neither proven nor stored.
        held.lock(true);
        const saved = await stored(secret, held, life.signal).finally(() => held.lock(false));
        if (!saved) return;
        held.done();
        body.clear();
        if (life.signal.aborted) return;
        notice('ok', t('secrets.replaced', name));
        line.at('renew');
        await renewed();
      }),
    'main',
  );

  async function renewed() {
    const result = await renewal(name, life.signal);
    if (life.signal.aborted) return;
    if (result.isWorking) line.done();
    fill(
      place,
      result.node,
      h(
        'div',
        { class: 'actions' },
        result.again && button(t('secrets.renew_again'), (event) => busy(event.currentTarget, renewed), 'main'),
        to(secretPage(name), t('secrets.title', name)),
      ),
    );
    place.focus();
  }

  fill(place, h('p', {}, t('secrets.replace_now_why')), h('div', { class: 'actions' }, replacing));
  return place;
}

async function stored(secret, held, signal) {
  try {
    return (await post('secret', secret, { ifMatch: held.etag })).body;
  } catch (fault) {
    if (fault.status !== 412) throw fault;
    return overtaken(
      secret,
      (etag) => {
        held.etag = etag;
      },
      signal,
    );
  }
}

/** Has the service get a token with the new values. The token itself does not come here. */
export async function renewal({ realm, key }, signal) {
  if (!may('flush', realm, key))
    return { isWorking: true, again: false, node: h('p', { class: 'note' }, t('secrets.may_not_renew')) };
  try {
    const { body } = await post(`status/${seg(realm)}/${seg(key)}/retry`, { renew: true }, { signal });
    return body.failure ? failing(body.failure) : works(body);
  } catch (fault) {
    if (signal.aborted) throw fault;
    return { isWorking: false, again: true, node: failed(problem(fault)) };
  }
}

const works = ({ generation, expires_at: end }) => ({
  isWorking: true,
  again: false,
  node: h(
    'section',
    { class: 'part proven' },
    h('h2', {}, badge('ok', t('secrets.works')), ' ', t('secrets.works_title')),
    facts([
      [t('secrets.generation'), generation],
      [t('secrets.lives'), span(end && Date.parse(end) - now())],
    ]),
    h('p', {}, t('secrets.end_old')),
  ),
});

const failing = ({ detail, what_to_do: todo }) => ({
  isWorking: false,
  again: true,
  node: failed(h('div', {}, h('p', { class: 'detail' }, detail), h('p', {}, todo))),
});

const failed = (reason) =>
  h(
    'section',
    { class: 'part unproven' },
    h('h2', {}, t('secrets.not_renewed')),
    h('p', {}, t('secrets.not_renewed_why')),
    reason,
  );
