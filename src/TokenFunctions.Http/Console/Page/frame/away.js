// Whether the service answers. While it does not, it is asked softly until it does; nobody has to reload the page.
const longest = 60_000;
export const reach = new EventTarget();
let probe = null;
let pause = 0;
let timer = 0;

export const isAway = () => pause > 0;
export const useProbe = (f) => { probe = f; };

export function answered() {
  if (!isAway()) return;
  clearTimeout(timer);
  pause = 0;
  reach.dispatchEvent(new Event('back'));
}

export function silent() {
  if (isAway()) return;
  pause = 2_000;
  wait();
  reach.dispatchEvent(new Event('away'));
}

export async function askNow() {
  if (!isAway()) return;
  clearTimeout(timer);
  await probe();
  if (!isAway()) return;
  pause = Math.min(longest, pause * 2);
  wait();
}

function wait() {
  clearTimeout(timer);
  timer = setTimeout(() => document.hidden ? wait() : askNow(), pause);
}

document.addEventListener('visibilitychange', () => { if (!document.hidden) askNow(); });
addEventListener('online', () => askNow());
