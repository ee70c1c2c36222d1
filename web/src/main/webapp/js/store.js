/**
 * The page's one state: what the server said, and the little that only the page knows. A frame that is not newer than
 * what is shown is dropped; a snapshot replaces everything.
 */
import { instant, now } from './clock.js';

export const ENDINGS = ['COMPLETED', 'RETURNED', 'ABANDONED', 'FELL_BACK', 'FAILED'];

/** @param {import('./types.js').Transfer} transfer */
export function ended(transfer) {
  return ENDINGS.includes(transfer.state);
}

class Store {
  view = 'loading';
  connection = 'connecting';
  screen = null;
  /** Whether people log in at a provider, not here. */
  provider = false;
  /** Whom the provider knows and we do not. */
  stranger = '';
  /** Why the agent is out without having asked for it. @type {{why: 'expired'|'ended'|'failed', onCall: boolean}|null} */
  left = null;
  /** Whether the server has a newer page than this one. */
  outdated = false;
  /** @type {import('./types.js').Me|null} */
  me = null;
  /** @type {Map<string, import('./types.js').Call>} */
  calls = new Map();
  /** @type {Map<string, import('./types.js').Transfer>} */
  transfers = new Map();
  /** @type {Map<string, import('./types.js').Availability>} */
  presence = new Map();
  /** @type {Map<string, string>} since when each is so */
  presentSince = new Map();
  /** @type {import('./types.js').Transfer[]} */
  history = [];
  /** @type {import('./api.js').Problem|null} */
  notice = null;
  #versions = new Map();
  #connectedSince = new Map();
  #parties = new Map();
  #dismissed = new Set();
  #listeners = new Set();
  #hearers = new Map();

  listen(callback) {
    this.#listeners.add(callback);
    return () => this.#listeners.delete(callback);
  }

  /** Calls back with every frame of a type after it was taken, for parts that keep more than the store does; returns what stops it. */
  hear(type, callback) {
    const hearers = this.#hearers.get(type) ?? new Set();
    this.#hearers.set(type, hearers.add(callback));
    return () => hearers.delete(callback);
  }

  /** Sets fields of the store and tells everybody. */
  set(fields) {
    Object.assign(this, fields);
    this.#changed();
  }

  /** Forgets a person and everything that was theirs. */
  clear() {
    this.#versions.clear();
    this.#dismissed.clear();
    this.#connectedSince.clear();
    this.#parties.clear();
    this.set({ me: null, screen: null, calls: new Map(), transfers: new Map(), presence: new Map(), history: [], notice: null });
  }

  /** Takes one frame of the socket. */
  apply(frame) {
    const { type, ...rest } = frame;
    const take = {
      snapshot: () => this.#snapshot(rest),
      call: () => this.call(rest),
      transfer: () => this.transfer(rest),
      message: () => this.#message(rest),
      presence: () => this.#presenceOf(rest),
    }[type];
    take?.();
    this.#hearers.get(type)?.forEach((each) => each(rest));
  }

  /** @param {import('./types.js').Call} call */
  call(call) {
    if (this.#isNewer('call', call.id, call.version)) {
      const begins = !this.calls.has(call.id) && call.state !== 'ENDED';
      this.#keepCall(call);
      begins && this.#putAway();
      this.#changed();
    }
  }

  /** @param {import('./types.js').Transfer} transfer */
  transfer(transfer) {
    if (this.#isNewer('transfer', transfer.id, transfer.version)) {
      const messages = this.transfers.get(transfer.id)?.messages ?? [];
      this.transfers = new Map(this.transfers).set(transfer.id, { ...transfer, messages: merged(messages, transfer.messages) });
      this.#changed();
    }
  }

  /**
   * Takes over the history. A page that was opened after a blind transfer began learns only here that it can still be
   * pulled back: no snapshot has it.
   */
  historyIs(history) {
    history.filter((each) => pullBackOpen(each) && !this.transfers.has(each.id)).forEach((each) => this.transfer(each));
    this.set({ history });
  }

  meIs(me) {
    if (this.#isNewer('me', me.username, me.version, true)) {
      this.set({ me: { ...this.me, ...me } });
    }
  }

  /** Since when the parties of this call have talked, hold included. */
  talkingSince(call) {
    return this.#connectedSince.get(call.id) ?? instant(call.since);
  }

  dismiss(transferId) {
    this.#dismissed.add(transferId);
    this.#changed();
  }

  /** The agent's calls, the one that rings first. */
  liveCalls() {
    const order = { RINGING: 0, CONNECTED: 1, HELD: 2 };
    return [...this.calls.values()].sort((a, b) => order[a.state] - order[b.state]);
  }

  liveTransferOf(call) {
    return [...this.transfers.values()].find((each) => each.callId === call.id && each.method === 'ATTENDED' && !ended(each));
  }

  /** What came of the last transfer of a call that is the agent's again, until it is put away. */
  returnedOf(call) {
    const of = [...this.transfers.values()].filter((each) => each.callId === call.id && each.method === 'ATTENDED');
    const last = of.at(-1);
    return last && ['RETURNED', 'ABANDONED'].includes(last.state) && !this.#dismissed.has(last.id) ? last : undefined;
  }

  /** Transfers to show that no shown call carries: under way without the agent, blind, or the last one that ended. */
  loose() {
    const loose = [...this.transfers.values()].filter((each) => each.target && (each.method === 'BLIND' || !this.calls.has(each.callId)));
    const last = this.calls.size ? undefined : loose.filter((each) => ended(each) && each.state !== 'RETURNED').at(-1);
    return loose.filter((each) => !this.#dismissed.has(each.id) && (!ended(each) || each === last));
  }

  /** The other party of a call, remembered after its end. */
  partyOf(callId) {
    return this.#parties.get(callId);
  }

  #snapshot({ me, calls, transfers, presence }) {
    const blind = [...this.transfers.values()].filter((each) => each.method === 'BLIND' && pullBackOpen(each));
    this.#versions.clear();
    this.calls = new Map();
    calls.forEach((each) => this.#isNewer('call', each.id, each.version) && this.#keepCall(each));
    this.transfers = new Map(blind.map((each) => [each.id, each]));
    blind.forEach((each) => this.#isNewer('transfer', each.id, each.version));
    transfers.forEach((each) => this.transfer({ ...each, messages: each.messages ?? [] }));
    this.presence = new Map();
    (presence ?? []).forEach((each) => this.#presenceOf(each));
    this.meIs(me);
    this.#changed();
  }

  /** What came of the transfers of calls that are over is old news when the next call begins. */
  #putAway() {
    const old = [...this.transfers.values()].filter((each) => ended(each) && !this.calls.has(each.callId));
    old.forEach((each) => this.#dismissed.add(each.id));
  }

  #keepCall(call) {
    const calls = new Map(this.calls);
    if (call.state === 'ENDED') {
      calls.delete(call.id);
      this.#connectedSince.delete(call.id);
    } else {
      calls.set(call.id, call);
      this.#parties.set(call.id, call.party);
      if (call.state !== 'RINGING') {
        this.#connectedSince.set(call.id, Math.min(instant(call.since), this.#connectedSince.get(call.id) ?? Infinity));
      }
    }
    this.calls = calls;
  }

  #message(message) {
    const transfer = this.transfers.get(message.transferId);
    const known = transfer ?? unknown(message.transferId);
    this.transfers = new Map(this.transfers).set(known.id, { ...known, messages: merged(known.messages, [message]) });
    this.#changed();
  }

  #presenceOf(presence) {
    const username = presence.id;
    if (this.#isNewer('presence', username, presence.version)) {
      this.presence = new Map(this.presence).set(username, presence.availability);
      this.presentSince.set(username, presence.since);
      if (username === this.me?.username) {
        this.#ownPresence(presence);
      }
      this.#changed();
    }
  }

  /** Two calls left unanswered send an agent away: then the presence is also the choice. */
  #ownPresence({ id, availability, version }) {
    const choice = ['AVAILABLE', 'AWAY'].includes(availability) ? { wanted: availability } : {};
    this.meIs({ username: id, state: availability, version, ...choice });
  }

  #isNewer(type, id, version, orSame = false) {
    const key = `${type}:${id}`;
    const shown = this.#versions.get(key);
    if (shown !== undefined && (orSame ? version < shown : version <= shown)) {
      return false;
    }
    this.#versions.set(key, version);
    return true;
  }

  #changed() {
    this.#listeners.forEach((each) => each());
  }
}

/** Whether a blind transfer can still be pulled back, as far as this page knows. */
export function pullBackOpen(transfer) {
  return transfer.state === 'UNATTENDED' && Boolean(transfer.pullBackUntil) && instant(transfer.pullBackUntil) > now();
}

/**
 * A message may come before its transfer does; nothing is shown of one without a target.
 *
 * @returns {any}
 */
function unknown(id) {
  return { id, messages: [], state: 'HOLDING', version: -1 };
}

function merged(old, fresh = []) {
  const byKey = new Map([...old, ...fresh].map((each) => [each.version ?? `${each.code}${each.at}`, each]));
  return [...byKey.values()].sort((a, b) => (a.version ?? 0) - (b.version ?? 0) || instant(a.at) - instant(b.at));
}

export const store = new Store();
