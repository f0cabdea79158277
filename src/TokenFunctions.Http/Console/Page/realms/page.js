// What the pages of realms, secrets and callers have alike.
import { seg } from '../frame/api.js';
import { h } from '../frame/dom.js';
import { link } from '../frame/router.js';
import { ago, moment } from '../frame/times.js';
import { t } from '../frame/words.js';

// `new` is the page that makes one; a realm or a caller of that name is under its longer address.
const page = (view, id, what) => `${view}/${seg(id)}${what || id === 'new' ? `/${what ?? 'show'}` : ''}`;

export const realmPage = (id, what) => page('realms', id, what);
export const callerPage = (id, what) => page('callers', id, what);
export const secretPage = ({ realm, key }, what) => `secrets/${seg(realm)}/${seg(key)}${what ? `/${what}` : ''}`;

/** The way here, the heading, and what can be done. */
export function head({ trail = [], title, lead, actions = [] }) {
  return h(
    'header',
    { class: 'work-head' },
    trail.length > 0 &&
      h(
        'nav',
        { class: 'trail', 'aria-label': t('realms.trail') },
        h(
          'ol',
          {},
          trail.map(([hash, text]) => h('li', {}, h('a', { href: link(hash) }, text))),
        ),
      ),
    h(
      'div',
      { class: 'work-title' },
      h('h1', {}, title),
      actions.length > 0 && h('div', { class: 'actions' }, actions),
    ),
    lead && h('p', { class: 'lead' }, lead),
  );
}

export const to = (hash, text, kind = '') => h('a', { class: `button ${kind}`, href: link(hash) }, text);
export const button = (text, click, kind = '') => h('button', { type: 'button', class: kind, on: { click } }, text);

/** A part of a page under its own heading. */
export const part = (title, ...content) => h('section', { class: 'part' }, h('h2', {}, title), ...content);

/** Names and what they are; a pair without a value is left out. */
export const facts = (pairs) =>
  h(
    'dl',
    { class: 'fact-list' },
    pairs
      .filter(([, value]) => Boolean(value) || value === 0)
      .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );

export const when = (iso) => (iso ? h('time', { datetime: iso, title: moment(iso) }, ago(iso)) : t('frame.not_yet'));
export const code = (text) => h('code', {}, text);

/** A form that never leaves the page. */
export const form = (submit, ...content) =>
  h(
    'form',
    {
      class: 'work-form',
      novalidate: true,
      on: {
        submit: (event) => {
          event.preventDefault();
          submit(event.submitter);
        },
      },
    },
    ...content,
  );

export const submit = (text, kind = 'main') => h('button', { type: 'submit', class: kind }, text);

/** A page of the provider, which is told nothing of where the person came from. */
export const outside = (href, text) =>
  /^https?:\/\//.test(href) ? h('a', { href, target: '_blank', rel: 'noreferrer noopener' }, text) : text;
