// Sends what the lines of its input say, "COUNT METHOD PATH [BODY]", and prints the outcomes of each line, sorted.
import { createInterface } from 'node:readline';
import { serviceTokens } from '../../../../samples/clients/node/tokens.mjs';
import { inQuery, isErrcode, tokenFetch } from '../../../../samples/clients/node/token-fetch.mjs';

const { SERVICE: service, API_KEY: apiKey, REALM: realm, KEY: key, API } = process.env;
const options = process.argv[2] === 'wechat' ? { attach: inQuery, isDead: isErrcode } : {};
const api = tokenFetch(serviceTokens({ service, apiKey, realm, key }), API, options);

async function outcome(method, path, body) {
  const stream = { method: 'POST', body: new Blob([body]).stream(), duplex: 'half' };
  try {
    const answer = await api(path, method === 'STREAM' ? stream : { method, body });
    return `${answer.status}:${await answer.text()}`;
  } catch (e) {
    if (e.code) return `no-token:${e.code}:${e.retryAfter}`;
    return e.message.startsWith('The token is for') ? 'wrong-host' : `error:${e.message}`;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const [count, method, path, body] = line.split(' ');
  const outcomes = await Promise.all(Array.from({ length: Number(count) }, () => outcome(method, path, body)));
  console.log(outcomes.sort().join(' '));
}
