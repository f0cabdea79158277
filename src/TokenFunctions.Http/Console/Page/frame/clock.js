// The service's time: life and death of tokens are told in it, and this machine's clock may be another one.
const tolerated = 5_000;
let ahead = 0;

export const now = () => Date.now() + ahead;

// By the Date header of an answer, which counts whole seconds.
export function setBy(date) {
  const seen = Date.parse(date ?? '') + 500 - Date.now();
  if (Number.isNaN(seen)) return;
  ahead = Math.abs(seen) > tolerated ? seen : 0;
}
