import { get } from '../frame/api.js';
import { fill, h } from '../frame/dom.js';
import { maySomewhere, session } from '../frame/session.js';

const most = 500;

// The names that the requester may see: from the statuses, or else from its own rules.
export async function knownTokens(signal) {
  const fromRules = (session.who.may.rules ?? [])
    .filter(({ verbs }) => verbs.includes('read'))
    .map(({ realm, key }) => ({ realm: plain(realm), key: plain(key) }));
  if (!maySomewhere('status')) return fromRules;
  const seen = await get('status', { pageSize: most }, { signal }).then(({ body }) => body.data.list, () => []);
  return [...fromRules, ...seen];
}

export function fillLists(known, realm, key) {
  const keys = () => offer(key, known.filter((one) => one.realm === realm.input.value.trim()).map((one) => one.key));
  offer(realm, known.map((one) => one.realm));
  keys();
  realm.input.addEventListener('input', keys);
}

function offer({ node }, names) {
  const list = [...new Set(names.filter(Boolean))];
  fill(node.querySelector('datalist'), list.map((name) => h('option', { value: name })));
}

const plain = (pattern) => (pattern.includes('*') ? '' : pattern);
