import { isAway, reach } from './away.js';

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

// First after ms, never two at a time; not while nobody looks, nor while the service is away: 'back' is heard, too.
function poll(ms, f, signal) {
  let [timer, pause, missed, running] = [0, ms, false, false];
  const run = async () => {
    if (signal.aborted || running) return;
    missed = document.hidden || isAway();
    if (missed) return;
    running = true;
    try {
      await f();
      pause = ms;
    } catch {
      // A refusal is told where a person asked for something; here it only makes the questions rarer.
      pause = Math.min(longest, pause * 2);
    }
    running = false;
    if (!signal.aborted) timer = setTimeout(run, pause);
  };
  const resume = () => {
    if (!missed) return;
    clearTimeout(timer);
    run();
  };
  document.addEventListener('visibilitychange', resume, { signal });
  reach.addEventListener('back', resume, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  timer = setTimeout(run, ms);
}
