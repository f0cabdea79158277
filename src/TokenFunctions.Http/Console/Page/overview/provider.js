import { get, seg } from '../frame/api.js';
import { h } from '../frame/dom.js';
import { may } from '../frame/session.js';
import { t } from '../frame/words.js';

let known = new Map();
let line = Promise.resolve();
document.addEventListener('session', () => { known = new Map(); });

// A link that appears once the preset has told the address. One realm is asked after the other: fifty may fail at once.
export function providersPage(realm, life) {
  if (!may('admin', realm)) return null;
  const link = h('a', { class: 'button quiet', rel: 'noreferrer', target: '_blank', hidden: true },
    t('overview.provider'), h('span', { class: 'unseen' }, ` ${t('frame.new_tab')}`));
  const asked = known;
  if (!asked.has(realm)) asked.set(realm, line = line.then(() => learn(realm, life.signal, asked)));
  asked.get(realm).then((address) => {
    if (!address) return;
    link.href = address;
    link.hidden = false;
  });
  return link;
}

// What could not be learnt, as by someone who left, is asked again the next time.
function learn(realm, signal, asked) {
  return find(realm, signal).catch(() => {
    asked.delete(realm);
    return null;
  });
}

async function find(realm, signal) {
  const { preset } = (await get(`realm/${seg(realm)}`, null, { signal })).body;
  if (!preset) return null;
  const { documentation } = (await get(`preset/${seg(preset)}`, null, { signal })).body;
  return /^https?:\/\//.test(documentation ?? '') ? documentation : null;
}
