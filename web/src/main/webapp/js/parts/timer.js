import { everyTick, duration, now } from '../clock.js';

/** A running duration: `<st-timer since="…">`, since in milliseconds by the server's clock. */
class Timer extends HTMLElement {
  static observedAttributes = ['since'];
  #stop = () => {};

  connectedCallback() {
    this.setAttribute('role', 'timer');
    this.#stop = everyTick(() => this.#show());
    this.#show();
  }

  disconnectedCallback() {
    this.#stop();
  }

  attributeChangedCallback() {
    this.#show();
  }

  #show() {
    const text = duration(now() - Number(this.getAttribute('since')));
    if (text !== this.textContent) {
      this.textContent = text;
    }
  }
}

customElements.define('st-timer', Timer);
