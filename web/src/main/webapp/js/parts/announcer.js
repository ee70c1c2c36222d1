import { html } from 'lit';
import { instant, now } from '../clock.js';
import { reasonText, t } from '../i18n.js';
import { store } from '../store.js';
import { Part } from './part.js';

const FRESH = 10000;
const URGENT = ['TARGET_NO_ANSWER', 'TRANSFER_FAILED', 'TRANSFEREE_HUNG_UP', 'RETURNED', 'FELL_BACK'];

/** Says aloud what happens by itself: calls that come and go, and a transfer's messages. Seen by screen readers only. */
class Announcer extends Part {
  #calls = new Map();
  #said = new Set();
  #polite = [];
  #urgent = [];

  render() {
    this.#listenToCalls();
    this.#listenToMessages();
    return html`<div class="unseen">
      <div role="log" aria-live="polite" aria-label=${t('progress.messages')}>${this.#polite.slice(-4).map((each) => html`<p>${each}</p>`)}</div>
      <div role="alert">${this.#urgent.slice(-2).map((each) => html`<p>${each}</p>`)}</div>
    </div>`;
  }

  #listenToCalls() {
    const states = new Map(store.liveCalls().map((each) => [each.id, each]));
    states.forEach((call, id) => {
      if (this.#calls.get(id)?.state !== call.state) {
        const state = call.state === 'RINGING' ? `RINGING.${call.direction}` : call.state;
        (call.state === 'RINGING' ? this.#urgent : this.#polite).push(`${t(`call.state.${state}`)}: ${call.party.name ?? call.party.number}`);
      }
    });
    if ([...this.#calls.keys()].some((id) => !states.has(id)) && store.view === 'desk') {
      this.#polite.push(t('call.ended'));
    }
    this.#calls = states;
  }

  #listenToMessages() {
    store.transfers.forEach((transfer) =>
      transfer.messages.forEach((message) => {
        const key = `${transfer.id}/${message.version ?? message.code}`;
        if (!this.#said.has(key)) {
          this.#said.add(key);
          this.#isFresh(message) && this.#say(message);
        }
      }),
    );
  }

  /** What a page that was just opened finds in its snapshot may be old news. */
  #isFresh({ at }) {
    return now() - instant(at) < FRESH;
  }

  #say({ code, params }) {
    const reason = params?.reason ? `. ${reasonText(params.reason)}` : '';
    (URGENT.includes(code) ? this.#urgent : this.#polite).push(t(`message.${code}`) + reason);
  }
}

customElements.define('st-announcer', Announcer);
