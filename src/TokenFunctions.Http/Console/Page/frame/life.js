import { isAway, reach } from './away.js';
import { Away } from './problem.js';

const longest = 60_000;

// The time for which a view is shown. What it began ends with it.
export function newLife() {
  const control = new AbortController();
  const { signal } = control;
  return {
    signal,
    end: () => control.abort(),
    every: (ms, f) => poll(ms, f, signal),
    on: (target, event, f) => target.addEventListener(event, f, { signal }),
  };
}

// First after ms, never two at a time; not while nobody looks, seldom while the service is away.
function poll(ms, f, signal) {
  let [timer, pause, missed, running] = [0, ms, false, false];
  const next = () => { clearTimeout(timer); timer = setTimeout(run, pause); };
  const run = async () => {
    if (signal.aborted || running) return;
    if ((missed = document.hidden)) return;
    running = true;
    try {
      await f();
      pause = ms;
    } catch (fault) {
      if (!(fault instanceof Away) && !signal.aborted) console.warn(fault.message);
      pause = Math.min(longest, pause * 2);
    }
    running = false;
    if (!signal.aborted) next();
  };
  const now = () => { pause = ms; clearTimeout(timer); run(); };
  document.addEventListener('visibilitychange', () => { if (!document.hidden && missed) now(); }, { signal });
  reach.addEventListener('back', now, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  if (isAway()) pause = Math.min(longest, ms * 2);
  next();
}
