import { session, resume } from './session.js';
import { firstLanguage, useLanguage } from './words.js';
import { Away } from './problem.js';
import { reach } from './away.js';
import { showShell } from './shell.js';
import { showSignIn } from './sign-in.js';
import { useTheme } from './theme.js';

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

async function retry() {
  if (session.who) return reach.removeEventListener('back', retry);
  const fault = await enter();
  if (!(fault instanceof Away)) reach.removeEventListener('back', retry);
  return fault;
}
