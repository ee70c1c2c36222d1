/** Today's own transfers: read again when something ended, and now and then while one is still under way. */
import { get } from './api.js';
import { now } from './clock.js';
import { store } from './store.js';
import { dayOf, startOfDay } from './zone.js';

const SETTLE = 400;
const WHILE_LIVE = 10000;
let timer = 0;
let asked = 0;

/** Reads the list soon; calls in a burst become one request. */
export function refreshHistory(wait = SETTLE) {
  clearTimeout(timer);
  timer = setTimeout(read, wait);
}

export function stopHistory() {
  clearTimeout(timer);
  asked++;
}

async function read() {
  const mine = ++asked;
  try {
    const midnight = new Date(startOfDay(dayOf(now())));
    const query = new URLSearchParams({ from: midnight.toISOString(), agent: store.me.username });
    const page = await get(`/transfers?${query}`);
    if (mine === asked) {
      store.historyIs(page.transfers);
    }
  } catch {
    // The list stays as it was: the banner already says when the server is away.
  }
  if (mine === asked && store.history.some((each) => !each.outcome)) {
    refreshHistory(WHILE_LIVE);
  }
}
