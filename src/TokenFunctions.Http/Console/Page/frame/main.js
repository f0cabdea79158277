import { reach } from './away.js';
import { Away } from './problem.js';
import { isSigningIn, resume, session } from './session.js';
import { showShell } from './shell.js';
import { showSignIn } from './sign-in.js';
import { useTheme } from './theme.js';
import { firstLanguage, useLanguage } from './words.js';

const page = document.getElementById('page');
let showing = null;

useTheme();
await useLanguage(firstLanguage(), { remember: false });
session.trouble = await enter();
draw();
document.addEventListener('session', draw);
document.addEventListener('language', draw);
if (session.trouble instanceof Away) reach.addEventListener('back', retry);

function draw() {
  showing?.end();
  showing = session.who ? showShell(page) : showSignIn(page, session.trouble);
}

// A refusal means that a key is wanted, and the form that asks for one says so by being there.
async function enter() {
  try {
    await resume();
    return null;
  } catch (fault) {
    return fault.status === 401 ? null : fault;
  }
}

// The service was away when the page began, and is back. Whoever is signing in just now has told who it is.
async function retry() {
  if (isSigningIn()) return;
  const fault = session.trouble instanceof Away ? await enter() : null;
  if (fault instanceof Away) return;
  reach.removeEventListener('back', retry);
  if (!fault) return;
  session.trouble = fault;
  draw();
}
