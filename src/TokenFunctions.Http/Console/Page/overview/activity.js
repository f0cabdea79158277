import { get } from '../frame/api.js';
import { fill } from '../frame/dom.js';
import { t } from '../frame/words.js';
import { plot } from './plot.js';

const hours = 24;
const pollMs = 60_000;

// What the service did over the last hours, for those who keep it. The tokens are more important: no plots, no trouble.
export async function showActivity(place, life) {
  const load = async () => {
    const { body } = await get('activity', { hours }, { signal: life.signal });
    draw(place, body.data.list);
    place.hidden = false;
  };
  life.every(pollMs, load);
  await load().catch(() => { place.hidden = true; });
}

function draw(place, list) {
  fill(place,
    plot(list, {
      title: t('overview.calls'), hours,
      layers: [
        { name: 'good', value: (one) => Math.max(0, one.calls - one.failed_calls), height: (one) => one.calls },
        { name: 'bad', value: (one) => one.failed_calls, height: (one) => one.failed_calls },
      ],
      total: (one) => one.calls, failed: (one) => one.failed_calls,
    }),
    plot(list, {
      title: t('overview.renewals'), hours,
      layers: [{ name: 'good', value: (one) => one.renewals, height: (one) => one.renewals }],
      total: (one) => one.renewals,
    }));
}
