/**
 * What a person chose, by name, kept on the server for all pages of that person: theme, timeZone, sounds, speech,
 * notifications, shortcuts, favourites. Reading is at once; writing is told to the other pages of this browser.
 */
import { get, put } from './api.js';
import { store } from './store.js';

const pages = new BroadcastChannel('preferences');
let chosen = {};
let writing = Promise.resolve();

/** A choice, or what holds while nothing was chosen. */
export function pref(name, otherwise) {
  return chosen[name] ?? otherwise;
}

/**
 * Chooses; null takes the choice back. The page follows at once, and goes back when the server refuses.
 *
 * @throws {Problem} not kept
 */
export function setPref(name, value) {
  const before = chosen[name] ?? null;
  take(name, value);
  writing = writing.catch(() => {}).then(() => keep(name, value));
  return writing.catch((problem) => {
    take(name, before);
    throw problem;
  });
}

/** Reads the choices of who has logged in; a portal whose server cannot tell them works without. */
export async function readPreferences() {
  chosen = {};
  try {
    chosen = (await get('/me/preferences')) ?? {};
  } catch {
    // As chosen by nobody.
  }
  store.set({});
}

export function forgetPreferences() {
  chosen = {};
}

/** Another page may have chosen something else meanwhile: only this name is changed. */
async function keep(name, value) {
  const all = { ...(await get('/me/preferences')), [name]: value };
  if (value === null) {
    delete all[name];
  }
  await put('/me/preferences', all);
  pages.postMessage({ username: store.me?.username, name, value });
}

function take(name, value) {
  chosen = { ...chosen, [name]: value };
  store.set({});
}

pages.onmessage = ({ data }) => data.username === store.me?.username && take(data.name, data.value);
