// Rules as a person would say them.
import { language, t } from '../frame/words.js';

const DEEDS = ['read', 'flush', 'status', 'input'];

/** What a rule allows, one or two sentences; empty = it says nothing yet. */
export function sentencesOf({ realm, key, verbs }) {
  if (!realm || !key || verbs.length === 0) return [];
  const deeds = DEEDS.filter((verb) => verbs.includes(verb)).map((verb) => t(`callers.do.${verb}`));
  const what = subject(realm, key);
  return [
    deeds.length > 0 && t('callers.may', { deeds: listed(deeds), what }),
    verbs.includes('admin') && keeps(realm, key),
  ].filter(Boolean);
}

/** What to look at in a set of rules before it is saved. */
export function doubtsOf(rules) {
  const doubts = new Set();
  for (const { realm, key, verbs } of rules) {
    const reads =
      verbs.includes('read') || rules.some((r) => r.realm === realm && r.key === key && r.verbs.includes('read'));
    if (verbs.includes('flush') && !reads) doubts.add(t('callers.flush_needs_read'));
    if (verbs.includes('admin') && isAll(realm) && isAll(key)) doubts.add(t('callers.everything'));
    else if (verbs.includes('admin') && !isAll(key)) doubts.add(t('callers.realm_needs_all'));
  }
  return [...doubts];
}

function keeps(realm, key) {
  if (isAll(realm) && isAll(key)) return t('callers.keep_service');
  return isAll(key)
    ? t('callers.keep_realm', { realms: realmWords(realm) })
    : t('callers.keep_secrets', { what: subject(realm, key) });
}

const subject = (realm, key) => t('callers.subject', { keys: keyWords(key), realms: realmWords(realm) });
const keyWords = (key) =>
  isAll(key) ? t('callers.all_keys') : t(isPattern(key) ? 'callers.some_keys' : 'callers.one_key', { key });
const realmWords = (realm) =>
  isAll(realm) ? t('callers.all_realms') : t(isPattern(realm) ? 'callers.some_realms' : 'callers.one_realm', { realm });

const isAll = (pattern) => /^\*+$/.test(pattern);
const isPattern = (pattern) => pattern.includes('*');
const listed = (words) => new Intl.ListFormat(language(), { type: 'conjunction' }).format(words);
