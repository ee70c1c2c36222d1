/**
 * The screens of the portal, and which of them is shown: `#/board`, `#/fate/<callId>`. A screen's files are loaded when
 * it is first opened; what follows the id in the address is its element's property `arg`.
 */
import { Problem } from './api.js';
import { store } from './store.js';

/**
 * @typedef {object} Screen
 * @property {string} id first word of the address; its name in the navigation is the text `screen.<id>`
 * @property {'own'|'supervisor'|'admin'} group where the navigation has it; its name is the text `group.<group>`
 * @property {string[]} roles one of them is enough
 * @property {string} tag the custom element; its first `h1` gets the focus
 * @property {string} [css] a style sheet of its own
 * @property {() => Promise<unknown>} [load] defines the element
 * @property {boolean} [hidden] reached by links only
 */

const EVERYBODY = ['agent', 'supervisor', 'admin'];
const SUPERVISORS = ['supervisor', 'admin'];
const ADMINS = ['admin'];

const own = (screen) => ({ group: 'own', roles: EVERYBODY, ...screen });
const board = (screen) => ({ group: 'supervisor', roles: SUPERVISORS, css: '/css/board.css', ...screen });
const admin = (screen) => ({ group: 'admin', roles: ADMINS, css: '/css/admin.css', ...screen });

/** @type {Screen[]} */
export const SCREENS = [
  own({ id: 'call', tag: 'st-desk' }),
  own({ id: 'history', tag: 'st-past', load: () => import('./parts/past.js') }),
  own({ id: 'settings', tag: 'st-settings', css: '/css/settings.css', load: () => import('./parts/settings.js') }),
  board({ id: 'board', tag: 'st-board', load: () => import('./parts/board/board.js') }),
  board({ id: 'fate', tag: 'st-fate', load: () => import('./parts/board/fate.js'), hidden: true }),
  board({ id: 'rates', tag: 'st-rates', load: () => import('./parts/board/rates.js') }),
  board({ id: 'billing', tag: 'st-billing', css: '/css/admin.css', load: () => import('./parts/admin/billing.js') }),
  admin({ id: 'agents', tag: 'st-admin-agents', load: () => import('./parts/admin/agents.js') }),
  admin({ id: 'users', tag: 'st-admin-users', load: () => import('./parts/admin/users.js') }),
  admin({ id: 'inbound', tag: 'st-admin-inbound', load: () => import('./parts/admin/inbound.js') }),
  admin({ id: 'teams', tag: 'st-admin-teams', load: () => import('./parts/admin/teams.js') }),
  admin({ id: 'tariffs', tag: 'st-admin-tariffs', load: () => import('./parts/admin/tariffs.js') }),
  admin({ id: 'policies', tag: 'st-admin-policies', load: () => import('./parts/admin/policies.js') }),
  admin({ id: 'rules', tag: 'st-admin-rules', load: () => import('./parts/admin/rules.js') }),
  admin({ id: 'lines', tag: 'st-admin-lines', load: () => import('./parts/admin/lines.js') }),
  admin({ id: 'audit', tag: 'st-admin-audit', load: () => import('./parts/admin/audit.js') }),
  admin({ id: 'directory', tag: 'st-admin-directory', load: () => import('./parts/admin/directory.js') }),
];

/**
 * What this person may open.
 *
 * @param {import('./types.js').Me} me
 */
export function screensOf(me) {
  return SCREENS.filter((screen) => screen.roles.some((role) => me.roles.includes(role)));
}

/** The groups of screens that this person may open. */
export function groupsOf(me) {
  return [...new Set(screensOf(me).map((each) => each.group))];
}

/** Where this person begins: who takes calls at the call, else the supervisor at the board, else the admin at the agents. */
export function home(me) {
  const first = ['agent', 'supervisor', 'admin'].find((role) => me.roles.includes(role));
  return { supervisor: 'board', admin: 'agents' }[first] ?? 'call';
}

/** The address of a screen, for a link. */
export function address(id, arg = '') {
  return arg ? `#/${id}/${encodeURIComponent(arg)}` : `#/${id}`;
}

/** Shows the screen that the address names, or sends the address to where this person begins. */
export function follow() {
  if (!store.me) {
    return;
  }
  const [, id = '', arg = ''] = /^#\/([a-z]+)(?:\/(.*))?$/.exec(location.hash) ?? [];
  const screen = screensOf(store.me).find((each) => each.id === id);
  if (!screen) {
    history.replaceState(null, '', address(home(store.me)));
    follow();
  } else if (store.screen?.id !== id || store.screen.arg !== decoded(arg)) {
    store.set({ screen: { id, arg: decoded(arg) }, notice: null });
  }
}

/** What the address bar has may be half an escape. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const INSIDE = ['frame', 'nav', 'history', 'call', 'idle', 'panel', 'target', 'quick', 'progress', 'phone'];
const sheets = new Map();

/**
 * Loads what every screen stands in; it is there when this resolves.
 *
 * @throws {Problem} network: a file did not come
 */
export async function inside() {
  try {
    await Promise.all([...INSIDE.map((each) => sheet(`/css/${each}.css`)), import('./inside.js')]);
  } catch (cause) {
    throw new Problem(0, 'network', String(cause));
  }
}

/** Loads what a screen is made of; it is there when this resolves, and rejected when a file did not come. */
export async function loaded(screen) {
  await Promise.all([sheet('/css/screens.css'), screen.css && sheet(screen.css), screen.load?.()]);
}

function sheet(href) {
  if (!sheets.has(href)) {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    const there = new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
    there.catch(() => {
      sheets.delete(href);
      link.remove();
    });
    sheets.set(href, there);
    document.head.append(link);
  }
  return sheets.get(href);
}

addEventListener('hashchange', follow);
