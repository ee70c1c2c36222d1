/** The wait that the server asks for after too many wrong passwords, counted down before the agent's eyes. */
import { now } from './clock.js';

export class Patience {
  #until = 0;
  #timer = 0;
  #told;

  /** @param {() => void} told four times a second while there is a wait, and once at its end */
  constructor(told) {
    this.#told = told;
  }

  /** Whole seconds until another attempt counts. */
  get seconds() {
    return Math.max(0, Math.ceil((this.#until - now()) / 1000));
  }

  /** @param {number} seconds 0 when there is no need to wait */
  begin(seconds) {
    this.stop();
    if (seconds) {
      this.#until = now() + seconds * 1000;
      this.#timer = window.setInterval(() => this.#tick(), 250);
    }
  }

  stop() {
    clearInterval(this.#timer);
  }

  #tick() {
    if (!this.seconds) {
      this.stop();
    }
    this.#told();
  }
}
