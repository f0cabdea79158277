import { get, seg } from '../frame/api.js';
import { fill } from '../frame/dom.js';
import { t } from '../frame/words.js';
import { head, realmPage } from './page.js';
import { trial } from './trial.js';

/** The test run of a stored realm. */
export async function test(place, id, life) {
  const { body } = await get(`realm/${seg(id)}`, {}, { signal: life.signal });
  const node = await trial({ realm: () => body, signal: life.signal });
  fill(
    place,
    head({
      trail: [
        ['realms', t('frame.realms')],
        [realmPage(id), id],
      ],
      title: t('trial.title_of', { id }),
    }),
    node,
  );
}
