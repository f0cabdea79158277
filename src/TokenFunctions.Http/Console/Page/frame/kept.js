// What the browser keeps for the person: language and theme. Never a key; some browsers refuse storage altogether.
const prefix = 'tokenfunctions.';

export function kept(name) {
  try { return localStorage.getItem(prefix + name); } catch { return null; }
}

export function keep(name, value) {
  try { localStorage.setItem(prefix + name, value); } catch { /* It holds until the page is closed, then. */ }
}
