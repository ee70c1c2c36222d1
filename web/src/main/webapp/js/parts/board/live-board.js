/**
 * The board as this page knows it: read whole, and then kept by the frames of /live. A frame tells what became of the
 * version it is `from`; when that one was missed, the board is read again, and so it is after every reconnection.
 */
import { get } from '../../api.js';
import { store } from '../../store.js';

const AGAIN = 3000;

export class LiveBoard {
  /** @type {any} */
  board = null;
  /** @type {any} */
  problem = null;
  #changed;
  #stops = [];
  #timer = 0;
  /** Frames that come while the board is read; null when it is not. */
  #early = null;

  /** @param {() => void} changed called whenever there is something new to show */
  constructor(changed) {
    this.#changed = changed;
  }

  start() {
    this.#stops = [store.hear('board', (frame) => this.#hear(frame)), store.hear('snapshot', () => this.read())];
    this.read();
  }

  stop() {
    clearTimeout(this.#timer);
    this.#stops.forEach((stop) => stop());
    this.#stops = [];
    this.#early = null;
  }

  async read() {
    clearTimeout(this.#timer);
    const mine = (this.#early = []);
    try {
      const board = await get('/board');
      if (mine === this.#early) {
        this.#early = null;
        Object.assign(this, { board, problem: null });
        mine.forEach((frame) => this.#take(frame));
        this.#changed();
      }
    } catch (problem) {
      if (mine === this.#early) {
        this.#failed(problem);
      }
    }
  }

  #failed(problem) {
    this.#early = null;
    this.problem = problem;
    if (problem.status !== 401 && problem.status !== 403) {
      this.#timer = setTimeout(() => this.read(), AGAIN);
    }
    this.#changed();
  }

  #hear(frame) {
    if (this.#early) {
      this.#early.push(frame);
    } else if (this.board) {
      this.#take(frame);
      this.#changed();
    }
  }

  #take(frame) {
    if (this.#early || frame.version <= this.board.version) {
      return;
    }
    if (frame.from > this.board.version) {
      this.read();
      return;
    }
    const { version, transfers, queues, today } = frame;
    this.board = { version, transfers, queues, today, agents: merged(frame.from === 0 ? [] : this.board.agents, frame) };
  }
}

function merged(known, { agents, gone }) {
  const all = new Map(known.map((each) => [each.username, each]));
  gone.forEach((username) => all.delete(username));
  agents.forEach((each) => all.set(each.username, each));
  return [...all.values()].sort((one, other) => one.name.localeCompare(other.name));
}
