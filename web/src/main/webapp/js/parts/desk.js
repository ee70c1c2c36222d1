import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { store } from '../store.js';
import { Part } from './part.js';
import './idle.js';
import './call.js';
import './blind.js';
import './progress.js';

/** The middle of the page: the call if there is one, and every transfer that no call carries. */
class Desk extends Part {
  #focused = null;

  connectedCallback() {
    super.connectedCallback();
    this.addEventListener('focusin', (event) => (this.#focused = event.target));
  }

  updated() {
    requestAnimationFrame(() => this.#keepFocus());
  }

  render() {
    const calls = store.liveCalls();
    const loose = store.loose();
    return html`${repeat(calls, (each) => each.id, (each) => html`<st-call .callId=${each.id}></st-call>`)}
    ${repeat(loose, (each) => each.id, (each) => (each.method === 'BLIND' ? html`<st-blind .transferId=${each.id}></st-blind>` : this.#left(each)))}
    ${calls.length ? nothing : html`<st-idle></st-idle>`}`;
  }

  /** What had the focus may go away by itself, with its call or its move: then the topmost heading gets it. */
  #keepFocus() {
    if (this.#focused && !this.#focused.isConnected && document.activeElement === document.body) {
      this.querySelector('h1[tabindex], h2[tabindex]')?.focus();
    }
  }

  #left(transfer) {
    return html`<st-progress class="card" .transferId=${transfer.id}></st-progress>`;
  }
}

customElements.define('st-desk', Desk);
