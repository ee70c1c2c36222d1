/**
 * The /live socket: connects again by itself, and never trusts a silent line. Everything it hears goes to `onFrame`;
 * `onState` hears `connecting`, `live` (a snapshot has come) and `lost`.
 */
import { get } from './api.js';

const FIRST_WAIT = 400;
const LONGEST_WAIT = 10000;
/** After this much silence the server is asked whether it can be reached at all. */
const SILENCE = 20000;
/** The server says every 25 s that the line is there. A page that wakes waits no longer than this for it, … */
const LATE = 35000;
/** … and every other page takes the line for dead after this, whatever the server answers on others. */
const DEAD = 60000;

export class Live {
  #socket = null;
  #wait = FIRST_WAIT;
  #timer = 0;
  #watch = 0;
  #heard = 0;
  #running = false;
  #onFrame;
  #onState;

  constructor(onFrame, onState) {
    this.#onFrame = onFrame;
    this.#onState = onState;
    this.wake = this.wake.bind(this);
    this.seen = () => document.visibilityState === 'visible' && this.wake();
  }

  start() {
    if (this.#running) {
      return;
    }
    this.#running = true;
    addEventListener('online', this.wake);
    document.addEventListener('visibilitychange', this.seen);
    this.#watch = setInterval(() => this.#probe(), SILENCE / 2);
    this.#onState('connecting');
    this.#open();
  }

  stop() {
    this.#running = false;
    removeEventListener('online', this.wake);
    document.removeEventListener('visibilitychange', this.seen);
    clearInterval(this.#watch);
    clearTimeout(this.#timer);
    this.#drop();
  }

  /** Tries at once instead of waiting: the network is back, the page is looked at, or somebody pressed the button. */
  wake() {
    if (!this.#running) {
      return;
    }
    if (this.#socket && this.#silence() < LATE) {
      this.#probe(0);
      return;
    }
    if (this.#socket) {
      this.#lost();
    }
    clearTimeout(this.#timer);
    this.#wait = FIRST_WAIT;
    this.#open();
  }

  #open() {
    const address = new URL('/live', location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    const socket = new WebSocket(address);
    this.#socket = socket;
    this.#heard = Date.now();
    socket.onmessage = (event) => socket === this.#socket && this.#hear(JSON.parse(event.data));
    socket.onclose = () => socket === this.#socket && this.#lost();
  }

  #hear(frame) {
    this.#heard = Date.now();
    if (frame.type === 'snapshot') {
      this.#wait = FIRST_WAIT;
    }
    this.#onFrame(frame);
    if (frame.type === 'snapshot') {
      this.#onState('live');
    }
  }

  #lost() {
    this.#drop();
    if (!this.#running) {
      return;
    }
    this.#onState('lost');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#again(), this.#wait * (0.75 + Math.random() / 2));
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  /** A refused handshake does not say why, so ask first: a 401 here leads to the log-in view, which stops us. */
  async #again() {
    try {
      await get('/me', 5000);
    } catch (problem) {
      if (this.#running && problem.status !== 401) {
        this.#lost();
      }
      return;
    }
    if (this.#running && !this.#socket) {
      this.#open();
    }
  }

  #silence() {
    return Date.now() - this.#heard;
  }

  /**
   * A line can be dead without a word. After some silence ask the server, and give the socket up when that is mute too;
   * an answer proves another line and not this one, so what stays mute for long is given up all the same.
   */
  async #probe(patience = SILENCE) {
    const socket = this.#socket;
    if (!socket || this.#silence() < patience) {
      return;
    }
    if (this.#silence() >= DEAD) {
      this.#lost();
      return;
    }
    try {
      await get('/me', 5000);
    } catch (problem) {
      if (problem.code === 'network' && socket === this.#socket) {
        this.#lost();
      }
    }
  }

  #drop() {
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }
}
