/** Logging in and out, and what runs only in between. */
import { get, post, put, remove, onLoggedOut } from './api.js';
import { refreshHistory, stopHistory } from './history.js';
import { use } from './i18n.js';
import { Live } from './live.js';
import { metServer, reopened } from './offline.js';
import { forgetPreferences, readPreferences } from './preferences.js';
import { follow } from './screens.js';
import { ended, store } from './store.js';

const live = new Live(
  (frame) => {
    store.apply(frame);
    if (frame.type === 'snapshot') {
      use(store.me.language);
    }
    if (frame.type === 'snapshot' || frame.type === 'call' || (frame.type === 'transfer' && ended(frame))) {
      refreshHistory();
    }
  },
  (connection) => {
    store.set({ connection });
    if (connection === 'live') {
      metServer();
    }
  },
);

onLoggedOut(() => leave());

/** Goes where the session is: the desk with one, the log-in without. */
export async function begin() {
  const wasAway = store.view === 'away';
  try {
    const me = await get('/me');
    reopened(wasAway) || (await enter(me));
  } catch (problem) {
    if (problem.status === 401 && reopened(wasAway)) {
      return;
    }
    if (problem.status !== 401) {
      setTimeout(begin, 2000);
    }
    store.set({ view: problem.status === 401 ? 'login' : 'away' });
  }
}

/** @throws {Problem} wrong-password, or whatever else the server says */
export async function logIn(username, password) {
  await post('/session', { username, password });
  await enter(await get('/me'));
}

/** @throws {Problem} when the server could not be told: then nobody is logged out */
export async function logOut() {
  await remove('/session');
  leave();
}

export async function setLanguage(code) {
  await use(code);
  if (store.me) {
    store.meIs(await put('/me/language', { language: code }));
  }
}

export async function setState(state) {
  store.meIs(await put('/me/state', { state }));
}

export function reconnectNow() {
  live.wake();
}

async function enter(me) {
  store.clear();
  store.meIs(me);
  await Promise.all([use(me.language), readPreferences()]);
  follow();
  store.set({ view: 'desk' });
  live.start();
  refreshHistory(0);
}

function leave() {
  live.stop();
  stopHistory();
  forgetPreferences();
  store.set({ view: 'login' });
  store.clear();
}
