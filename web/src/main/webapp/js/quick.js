/**
 * The targets that are likely: the favourites, then those of this agent's latest transfers. At most nine, one for each
 * digit; while the panel is open none of them moves.
 */
import { get } from './api.js';
import { pref, setPref } from './preferences.js';
import { store } from './store.js';
import { targetsOf } from './targets.js';

const MOST = 9;
let past = { username: null, transfers: [] };

/** Whether two are the same target, however much is known about each. */
export function same(one, other) {
  return key(one) === key(other);
}

export function isFavourite(target) {
  return favourites().some((each) => same(each, target));
}

/** @throws {Problem} not kept */
export function toggleFavourite(target) {
  const others = favourites().filter((each) => !same(each, target));
  const { type, id = null, name = null, number } = target;
  return setPref('favourites', isFavourite(target) ? others : [...others, { type, id, name, number }].slice(-MOST));
}

export class QuickTargets {
  targets = [];
  #changed;

  constructor(changed) {
    this.#changed = changed;
  }

  async open() {
    this.targets = [];
    this.#add(favourites());
    this.#add([...store.transfers.values()].reverse().map((each) => each.target));
    this.#add(store.history.map((each) => each.target));
    this.#add((await earlier()).map((each) => each.target));
    this.#changed();
    await this.#lookUp();
    this.#changed();
  }

  #add(found) {
    const fresh = found.filter((each) => each && each.id !== store.me?.username);
    fresh.forEach((each) => {
      if (this.targets.length < MOST && !this.targets.some((known) => same(known, each))) {
        this.targets = [...this.targets, each];
      }
    });
  }

  /** What the directory knows of them now; one that it no longer has keeps its place and cannot be chosen. */
  async #lookUp() {
    const types = new Set(this.targets.map((each) => each.type).filter((type) => type !== 'NUMBER'));
    await Promise.all([...types].map((type) => this.#lookUpType(type)));
  }

  async #lookUpType(type) {
    try {
      const listed = new Map((await targetsOf(type)).map((each) => [each.id, each]));
      this.targets = this.targets.map((each) => (each.type === type ? (listed.get(each.id) ?? { ...each, gone: true }) : each));
    } catch {
      // They stay as they were known; the server still refuses one that is no more.
    }
  }
}

function key({ type, id, number }) {
  return `${type}/${id ?? number}`;
}

function favourites() {
  const kept = pref('favourites', []);
  return Array.isArray(kept) ? kept : [];
}

/** The latest transfers of all days, read once; today's are in the store, and the very last ones before its history has them. */
async function earlier() {
  const { username } = store.me;
  if (past.username !== username) {
    try {
      past = { username, transfers: (await get(`/transfers?agent=${encodeURIComponent(username)}`)).transfers };
    } catch {
      return [];
    }
  }
  return past.transfers;
}
