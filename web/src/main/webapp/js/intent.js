/**
 * What the agent means to do, kept apart from how often it had to be sent. One intent has one UUID: it is sent again
 * with the same one until an answer comes, so that neither a lost answer nor a double click transfers twice.
 */
import { put, post, get, Problem } from './api.js';
import { store } from './store.js';
import { refreshHistory } from './history.js';

const WAITS = [300, 700, 1500, 3000, 5000, 8000];
const unanswered = new Map();

/** Once the page was told of the transfer that an intent began, the same order means another one. */
store.listen(() => unanswered.forEach((id, key) => store.transfers.has(id) && unanswered.delete(key)));

/** A version 4 UUID; crypto.randomUUID is missing where the page is served without TLS. */
export function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((each) => each.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const orders = new Map();

/**
 * Begins a transfer.
 *
 * @param {import('./types.js').Order} order
 * @param {() => void} onWait called when no answer came and it is tried again
 * @throws {Problem} the refusal, or `network` after the last try; the same order then goes on with the same UUID, until
 *   the page hears of its transfer
 */
export async function transfer(order, onWait = () => {}) {
  const key = JSON.stringify(order);
  const id = unanswered.get(key) ?? uuid();
  unanswered.set(key, id);
  const news = newsOf(id);
  try {
    const begun = await Promise.race([untilAnswered(() => put(`/transfers/${id}`, order), onWait), news.begun]);
    unanswered.delete(key);
    orders.set(begun.id, order);
    store.transfer(begun);
    refreshHistory();
    return begun;
  } catch (problem) {
    if (!problem.unanswered) {
      unanswered.delete(key);
    }
    throw problem;
  } finally {
    news.stop();
  }
}

/** The socket may tell of a transfer before its answer comes: then it has begun, and may even be over. */
function newsOf(id) {
  let stop = () => {};
  const begun = new Promise((resolve) => {
    stop = store.listen(() => {
      const told = store.transfers.get(id);
      if (told?.target) {
        resolve(told);
      }
    });
  });
  return { begun, stop };
}

/**
 * Begins the same transfer once more, as a new one with an id of its own. A page that did not order it itself asks for
 * what the transfer shows: then an emergency number wants to be confirmed again.
 */
export function again({ id, callId, method, consult, target, note }) {
  const { type, number } = target;
  const shown = { callId, method, consult, confirmed: false, target: target.id ? { type, id: target.id } : { type: 'NUMBER', number }, ...(note ? { note } : {}) };
  return transfer(orders.get(id) ?? shown);
}

async function untilAnswered(send, onWait) {
  for (const wait of WAITS) {
    try {
      return await send();
    } catch (problem) {
      if (!(problem instanceof Problem) || !problem.unanswered) {
        throw problem;
      }
      onWait();
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return send();
}

/**
 * Complete, cancel or swap, with the version that the agent saw. When the server has moved on meanwhile the transfer is
 * read afresh: in the same state the agent still means the same, in another one the agent decides again.
 *
 * @param {import('./types.js').Transfer} transfer
 * @param {'complete'|'cancel'|'swap'} verb
 */
export async function move(transfer, verb, tries = 3) {
  try {
    const moved = await post(`/transfers/${transfer.id}/${verb}`, { version: transfer.version });
    store.transfer(moved);
  } catch (problem) {
    if (problem.status !== 409) {
      throw problem;
    }
    const fresh = await refresh(transfer.id);
    if (problem.code !== 'stale' || fresh.state !== transfer.state || tries <= 1) {
      throw problem;
    }
    await move(fresh, verb, tries - 1);
  }
}

async function refresh(id) {
  const fresh = await get(`/transfers/${id}`);
  store.transfer(fresh);
  refreshHistory();
  return fresh;
}
