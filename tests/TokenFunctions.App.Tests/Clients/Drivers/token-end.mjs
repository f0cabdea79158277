// What a program gets while the service goes away and its token ends; the clock and the service are of this file.
import { serviceTokens } from '../../../../samples/clients/node/tokens.mjs';

let [now, asked] = [0, 0];
performance.now = () => now;

const living = { token: 'living', generation: 1, expires_in: 10_000, revalidate_after: 5_000 };
const problem = { code: 'upstream_unavailable', detail: 'Wait.' };
globalThis.fetch = async () =>
  asked++ === 0 ? Response.json(living) : Response.json(problem, { status: 503, headers: { 'Retry-After': '30' } });

const get = serviceTokens({ service: 'http://service.example', apiKey: 'key', realm: 'orders', key: 'main' });
const got = [];
for (now of [0, 6_000, 9_999, 10_000])
  got.push(await Promise.resolve(get()).then((t) => t.token, (e) => e.code));
console.log(`${got.join(' ')} of ${asked}`);
