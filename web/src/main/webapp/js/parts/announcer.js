import { html } from 'lit';
import { instant, now } from '../clock.js';
import { reasonText, t } from '../i18n.js';
import { tell, withdraw } from '../signals.js';
import { store } from '../store.js';
import { reasonOf } from './messages.js';
import { Part } from './part.js';

const FRESH = 10000;
const KEPT = 4;
const FAILURES = ['TARGET_NO_ANSWER', 'TRANSFER_FAILED', 'TRANSFEREE_HUNG_UP', 'FELL_BACK'];

/**
 * Says what happens by itself: calls that come and go, and a transfer's messages. To screen readers always, to the ears
 * and the desktop as the agent chose.
 */
class Announcer extends Part {
  #calls = new Map();
  #said = new Set();

  render() {
    return html`<div class="unseen">
      <div role="log" aria-live="polite" aria-label=${t('progress.messages')}></div>
      <div role="alert" aria-atomic="false"></div>
    </div>`;
  }

  updated() {
    this.#listenToCalls();
    this.#listenToMessages();
  }

  #listenToCalls() {
    const states = new Map(store.liveCalls().map((each) => [each.id, each]));
    states.forEach((call, id) => {
      if (this.#calls.get(id)?.state !== call.state) {
        const state = call.state === 'RINGING' ? `RINGING.${call.direction}` : call.state;
        const text = `${t(`call.state.${state}`)}: ${call.party.name ?? call.party.number}${handed(call)}`;
        this.#say(state === 'RINGING.IN' ? 'incoming' : 'news', text, id, call.state === 'RINGING');
      }
    });
    if ([...this.#calls.keys()].some((id) => !states.has(id)) && store.view === 'desk') {
      this.#say('news', t('call.ended'), '');
    }
    this.#takeBack(states);
    this.#calls = states;
  }

  /** What rings no more, or is over, is nothing that the desktop should show. */
  #takeBack(states) {
    this.#calls.forEach((was, id) => {
      const is = states.get(id)?.state;
      if (!is || (was.state === 'RINGING' && is !== 'RINGING')) {
        withdraw(id);
      }
    });
  }

  #listenToMessages() {
    store.transfers.forEach((transfer) =>
      transfer.messages.forEach((message) => {
        const key = `${transfer.id}/${message.version ?? message.code}`;
        if (!this.#said.has(key)) {
          this.#said.add(key);
          this.#isFresh(message) && this.#sayMessage(message, transfer);
        }
      }),
    );
  }

  /** What a page that was just opened finds in its snapshot may be old news. */
  #isFresh({ at }) {
    return now() - instant(at) < FRESH;
  }

  /**
   * @param {import('../types.js').Message} message
   * @param {import('../types.js').Transfer} transfer
   */
  #sayMessage(message, transfer) {
    const { code } = message;
    const why = reasonOf(message, transfer);
    const reason = why ? `. ${reasonText(why)}` : '';
    const kind = code === 'RETURNED' ? 'returned' : FAILURES.includes(code) ? 'failure' : 'news';
    this.#say(kind, t(`message.${code}`) + reason, transfer.callId ?? transfer.id);
  }

  #say(kind, text, about, urgent = kind !== 'news') {
    add(this.querySelector(urgent ? '[role=alert]' : '[role=log]'), text);
    tell(kind, text, about);
  }
}

/**
 * Screen readers read what is added, and only that: each message is one addition, also when its words are those of the
 * last one, and what was said stays as it is. That is why no template makes the list.
 */
function add(region, text) {
  region.append(Object.assign(document.createElement('p'), { textContent: text }));
  if (region.childElementCount > KEPT) {
    region.firstElementChild.remove();
  }
}

/**
 * By whom a call that rings comes, and what was written about it.
 *
 * @param {import('../types.js').Call} call
 */
function handed({ state, handover }) {
  if (!handover || state !== 'RINGING') {
    return '';
  }
  return `. ${t(handover.consult ? 'handover.consult' : 'handover.title')} ${handover.by.name}. ${handover.note ?? ''}`.trimEnd();
}

customElements.define('st-announcer', Announcer);
