/** Logging in and out, and what runs only in between. */
import { get, post, put, remove, onLoggedOut } from './api.js';
import { refreshHistory, stopHistory } from './history.js';
import { forgetEnd, isOver } from './expiry.js';
import { preferred, use } from './i18n.js';
import { Live } from './live.js';
import { metServer, reopened } from './offline.js';
import { forgetPreferences, readPreferences } from './preferences.js';
import { follow, inside } from './screens.js';
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

const SCREEN = 'screen-before-log-in';
/** Whether this tab was logged in when it was left: then the desk's files are asked for at once, not after the session. */
const INSIDE = 'inside';

/** Nobody asked for this end: the log-in view says why, and the address keeps the screen for the next log-in. */
onLoggedOut(() => store.view === 'desk' && leave({ why: isOver() ? 'expired' : 'ended', onCall: store.calls.size > 0 }));

/** Goes where the session is: the desk with one, the log-in without. */
export async function begin() {
  const wasAway = store.view === 'away';
  if (sessionStorage.getItem(INSIDE)) {
    prepare();
  }
  const words = use(preferred());
  try {
    const me = await get('/me').finally(() => words);
    reopened(wasAway) || (await enter(me));
  } catch (problem) {
    if (problem.status === 401 && reopened(wasAway)) {
      return;
    }
    outside(problem);
  }
}

/** Fetches what comes after the log-in; should it fail, the log-in itself tells. */
function prepare() {
  inside().catch(() => {});
}

/** What is shown to somebody who is not in: the log-in, that this is no place for him, or that nobody answers. */
function outside(problem) {
  if (problem.status === 401) {
    store.set({ view: 'login', provider: problem.more.login === 'OIDC', left: cameBackInVain() ? { why: 'failed', onCall: false } : store.left });
  } else if (problem.code === 'not-admitted') {
    store.set({ view: 'stranger', stranger: problem.more.username });
  } else {
    setTimeout(begin, 2000);
    store.set({ view: 'away' });
    return;
  }
  requestAnimationFrame(() => setTimeout(prepare));
}

/** The server says so in the address when the provider's log-in came to nothing. */
function cameBackInVain() {
  const vain = new URLSearchParams(location.search).get('log-in') === 'failed';
  if (vain) {
    history.replaceState(null, '', `/${location.hash}`);
  }
  return vain;
}

/** Leaves for the provider's log-in; what follows the # in the address would get lost on the way. */
export function goToProvider() {
  sessionStorage.setItem(SCREEN, location.hash);
  location.assign('/login');
}

function backToTheScreen() {
  const screen = sessionStorage.getItem(SCREEN);
  sessionStorage.removeItem(SCREEN);
  if (screen && !location.hash) {
    history.replaceState(null, '', screen);
  }
}

/** @throws {Problem} wrong-password, or whatever else the server says */
export async function logIn(username, password) {
  await post('/session', { username, password });
  await enter(await get('/me'));
}

/** @throws {Problem} when the server could not be told: then nobody is logged out */
export async function logOut() {
  const answer = await remove('/session');
  leave(null);
  if (answer?.next) {
    location.assign(answer.next);
  }
}

/** @throws {Problem} */
export async function stayLoggedIn() {
  await put('/session');
}

/** Whether the log-in still counts; its end shows itself. */
export async function askAgain() {
  await get('/me', 5000).catch(() => {});
}

/** @throws {Problem} with errors at `old` and `new` */
export async function changePassword(old, wanted) {
  await put('/me/password', { old, new: wanted });
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
  store.set({ provider: me.login === 'OIDC', left: null });
  backToTheScreen();
  await Promise.all([use(me.language), readPreferences(), inside()]);
  sessionStorage.setItem(INSIDE, 'yes');
  follow();
  store.set({ view: 'desk' });
  live.start();
  refreshHistory(0);
}

/** @param {{why: 'expired'|'ended', onCall: boolean}|null} left null when the agent wanted it */
function leave(left) {
  sessionStorage.removeItem(INSIDE);
  live.stop();
  stopHistory();
  forgetPreferences();
  forgetEnd();
  store.set({ view: 'login', left });
  store.clear();
}
