/** Today's own transfers: read again when something ended, and now and then while one is under way or costs nobody knows what. */
import { get } from './api.js';
import { now } from './clock.js';
import { store } from './store.js';
import { dayOf, startOfDay } from './zone.js';

const SETTLE = 400;
const WHILE_LIVE = 10000;
const WHILE_COSTING = 30000;
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
  const pause = pauseOf(store.history);
  if (mine === asked && pause) {
    refreshHistory(pause);
  }
}

/** @param {import('./types.js').Transfer[]} history */
function pauseOf(history) {
  if (history.some((each) => !each.outcome)) {
    return WHILE_LIVE;
  }
  return history.some(awaitsCost) ? WHILE_COSTING : 0;
}

/**
 * Whether the target outside may still be on the line: what it costs is known when it has left.
 *
 * @param {import('./types.js').Transfer} transfer
 */
export function awaitsCost({ cost, billedSeconds, chargedSeparately, target, outcome, state }) {
  const outside = chargedSeparately || target.type === 'NUMBER';
  return outside && (outcome ?? state) === 'COMPLETED' && !Number.isFinite(cost) && !Number.isFinite(billedSeconds);
}

/**
 * What is known last of a transfer: of a blind one no frame tells, and of another one a frame may have come since it was read.
 *
 * @param {import('./types.js').Transfer} transfer
 */
export function newest(transfer) {
  const others = [store.transfers.get(transfer.id), store.history.find((each) => each.id === transfer.id)];
  return others.reduce((last, each) => (each && each.version > last.version ? each : last), transfer);
}
