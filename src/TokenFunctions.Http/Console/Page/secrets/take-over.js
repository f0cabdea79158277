import { post } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { busy, notice } from '../frame/pieces.js';
import { t } from '../frame/words.js';
import { button, secretPage, to } from '../realms/page.js';
import { overtaken } from './replace.js';
import { renewal } from './renewal.js';

/** The proven values take the place of the old ones, and then a token is got with them. */
export function takeOver({ name, secret, held, line, body, life }) {
  const place = h('div', { class: 'stack', tabindex: '-1' });
  const replacing = button(
    t('secrets.replace_now'),
    () =>
      busy(replacing, async () => {
        line.at('replace');
        const saved = await stored(secret, held, life.signal);
        if (!saved) return;
        held.isDone = true;
        body.clear();
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
