import { t, useWords } from './words.js';

await useWords(document.documentElement.lang);
const [release, heading] = [await version(), document.createElement('h1')];
heading.textContent = release ? t('frame.release', { release }) : t('frame.no_key');
document.body.append(heading);

async function version() {
  const answer = await fetch(new URL('version', document.baseURI));
  return answer.ok ? (await answer.json()).version : null;
}
