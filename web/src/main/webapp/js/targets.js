/**
 * The targets of one number type while a list of them is open. Their order is settled when they are first seen, those
 * who are free first, and stays so while the list is open: nobody moves under the pointer. Only badges change.
 */
import { get } from './api.js';

const TYPING = 120;
const FRESHEN = 5000;
const ORDER = ['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE'];

export class TargetList {
  /** @type {import('./types.js').Target[]} */
  targets = [];
  loading = false;
  problem = null;
  /** @type {import('./types.js').TargetType} */
  #type = 'AGENT';
  #query = '';
  #shown = null;
  #ranks = new Map();
  #asked = 0;
  #timer = 0;
  #changed;

  /** @param {() => void} changed called when there is something new to show */
  constructor(changed) {
    this.#changed = changed;
  }

  /** @param {import('./types.js').TargetType} type */
  open(type) {
    this.close();
    this.#type = type;
    this.#query = '';
    this.#shown = null;
    this.#ranks = new Map();
    this.targets = [];
    this.#read();
  }

  search(query) {
    this.#query = query.trim();
    this.#again(TYPING);
  }

  close() {
    clearTimeout(this.#timer);
    this.#asked++;
  }

  /** Whether the targets are those of what was typed last; until then nobody may be chosen blindly. */
  get settled() {
    return this.#shown === this.#query;
  }

  #again(wait) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#read(), wait);
  }

  async #read() {
    const mine = ++this.#asked;
    const query = this.#query;
    this.loading = true;
    try {
      const found = await targetsOf(this.#type, query);
      if (mine === this.#asked) {
        this.targets = this.#ordered(found);
        this.#shown = query;
        this.problem = null;
      }
    } catch (problem) {
      this.problem = mine === this.#asked ? problem : this.problem;
    }
    if (mine === this.#asked) {
      this.loading = false;
      this.#again(FRESHEN);
      this.#changed();
    }
  }

  #ordered(found) {
    const fresh = found.filter((each) => !this.#ranks.has(each.id));
    fresh
      .sort((a, b) => ORDER.indexOf(a.availability) - ORDER.indexOf(b.availability) || a.name.localeCompare(b.name))
      .forEach((each) => this.#ranks.set(each.id, this.#ranks.size));
    return found.sort((a, b) => this.#ranks.get(a.id) - this.#ranks.get(b.id));
  }
}

/**
 * The directory's targets of one type whose name, number or team has this part.
 *
 * @param {import('./types.js').TargetType} type
 * @returns {Promise<import('./types.js').Target[]>}
 */
export function targetsOf(type, query = '') {
  return get(`/targets?type=${type}&q=${encodeURIComponent(query)}`);
}

/**
 * What is known last: an agent's presence is pushed, everything else comes with the list.
 *
 * @param {import('./types.js').Target} target
 * @param {Map<string, import('./types.js').Availability>} presence
 */
export function availabilityOf({ type, id, availability }, presence) {
  return (type === 'AGENT' && presence.get(id)) || availability;
}

/**
 * A target of the directory as the panel takes it.
 *
 * @typedef {object} Choice
 * @property {string} name
 * @property {object} order the order's `target`
 * @property {boolean} [confirmed] the warning about emergency numbers was read
 * @property {string} [refused] the key of why it cannot be transferred to
 * @property {string} [blindRefused] the key of why not blind
 * @property {boolean} [secondLook] it costs somebody something of its own: look twice
 * @property {boolean} takesNote an agent's page may show a note
 * @property {object} [target] as listed; null for one that is not to be kept as a favourite
 * @property {object} [number] what a typed number was found to be
 * @returns {Choice}
 */
export function choiceOf(target, presence) {
  const offline = target.type === 'AGENT' && availabilityOf(target, presence) === 'OFFLINE';
  return {
    name: target.name ?? target.number,
    order: { type: target.type, id: target.id },
    blindRefused: offline ? 'method.blind.offline' : null,
    takesNote: target.type !== 'USER',
    target,
  };
}
