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
  #type = '';
  #query = '';
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

  /**
   * What is known last: an agent's presence is pushed, the others come with the list.
   *
   * @param {import('./types.js').Target} target
   * @param {Map<string, import('./types.js').Availability>} presence
   */
  availability(target, presence) {
    return (this.#type === 'AGENT' && presence.get(target.id)) || target.availability;
  }

  #again(wait) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#read(), wait);
  }

  async #read() {
    const mine = ++this.#asked;
    this.loading = true;
    try {
      const found = await get(`/targets?type=${this.#type}&q=${encodeURIComponent(this.#query)}`);
      if (mine === this.#asked) {
        this.targets = this.#settled(found);
        this.problem = null;
      }
    } catch (problem) {
      this.problem = problem;
    }
    if (mine === this.#asked) {
      this.loading = false;
      this.#again(FRESHEN);
      this.#changed();
    }
  }

  #settled(found) {
    const fresh = found.filter((each) => !this.#ranks.has(each.id));
    fresh
      .sort((a, b) => ORDER.indexOf(a.availability) - ORDER.indexOf(b.availability) || a.name.localeCompare(b.name))
      .forEach((each) => this.#ranks.set(each.id, this.#ranks.size));
    return found.sort((a, b) => this.#ranks.get(a.id) - this.#ranks.get(b.id));
  }
}
