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
  render() {
    const calls = store.liveCalls();
    const loose = store.loose();
    return html`${repeat(calls, (each) => each.id, (each) => html`<st-call .callId=${each.id}></st-call>`)}
    ${repeat(loose, (each) => each.id, (each) => (each.method === 'BLIND' ? html`<st-blind .transferId=${each.id}></st-blind>` : this.#left(each)))}
    ${calls.length ? nothing : html`<st-idle></st-idle>`}`;
  }

  #left(transfer) {
    return html`<st-progress class="card" .transferId=${transfer.id}></st-progress>`;
  }
}

customElements.define('st-desk', Desk);
