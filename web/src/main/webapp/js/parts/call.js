import { html, nothing } from 'lit';
import { t } from '../i18n.js';
import { post } from '../api.js';
import { instant } from '../clock.js';
import { store } from '../store.js';
import { Part, act, called, spaced } from './part.js';
import { icon } from './icons.js';
import { ariaKey, keyHint } from './key.js';
import './timer.js';
import './panel.js';
import './progress.js';
import './returned.js';

/** One call of the agent's: who it is, how it stands, and what can be done with it. */
class Call extends Part {
  static properties = { callId: { attribute: false }, panel: { state: true } };
  #ending = {};

  render() {
    const call = store.calls.get(this.callId);
    if (!call) {
      return nothing;
    }
    const transfer = store.liveTransferOf(call);
    this.panel &&= !transfer && call.state !== 'RINGING';
    return html`<article class="card call call-${transfer ? 'TRANSFER' : call.state} ${this.panel ? 'with-panel' : ''}" aria-labelledby="call-${call.id}">
      ${this.#head(call, transfer)} ${handover(call)} ${transfer ? nothing : this.#returned(call)}
      ${transfer ? html`<st-progress .transferId=${transfer.id}></st-progress>` : this.#actions(call)}
      ${this.panel ? html`<st-panel .callId=${call.id} @close=${this.#closePanel}></st-panel>` : nothing}
    </article>`;
  }

  #head(call, transfer) {
    const state = call.state === 'RINGING' ? `RINGING.${call.direction}` : call.state;
    return html`<div class="call-head">
      <p class="call-state"><span class="lamp" aria-hidden="true"></span>${t(transfer ? 'transfer.sending' : `call.state.${state}`)}</p>
      ${call.state === 'RINGING' ? nothing : html`<p class="clock"><span class="unseen">${t('call.duration')}</span><st-timer since=${store.talkingSince(call)}></st-timer></p>`}
      <h1 id="call-${call.id}" tabindex="-1">${called(call.party)}</h1>
      <p class="call-facts">
        ${call.party.name ? html`<span>${spaced(call.party.number)}</span>` : nothing}
        ${call.inbound ? html`<span class="via"><span class="unseen">${t('call.via')}</span>${icon('inbound')}<bdi>${call.inbound.name ?? call.inbound.number}</bdi></span>` : nothing}
      </p>
      ${this.#lead(call, transfer)}
    </div>`;
  }

  #lead(call, transfer) {
    if (call.state === 'RINGING') {
      return html`<p class="lead">${t(call.direction === 'IN' ? 'call.answer' : 'call.answer.out')}</p>`;
    }
    return call.state === 'HELD' && !transfer
      ? html`<p class="lead">${t('call.hold.lead')} <st-timer since=${instant(call.since)}></st-timer></p>`
      : nothing;
  }

  #returned(call) {
    const transfer = store.returnedOf(call);
    return transfer ? html`<st-returned .transferId=${transfer.id} @elsewhere=${() => this.#openPanel(true)}></st-returned>` : nothing;
  }

  #actions(call) {
    if (call.state === 'RINGING') {
      return html`<div class="actions">
        <button class="danger quiet" data-key="hangup" aria-keyshortcuts=${ariaKey('hangup')} @click=${() => this.#steer('hangup')}>
          ${icon('hangup')}<span>${t(call.direction === 'IN' ? 'call.decline' : 'call.hangup')}</span>${keyHint('hangup')}
        </button>
      </div>`;
    }
    const held = call.state === 'HELD';
    return html`<div class="actions">
      <button class="primary big open-transfer" data-key="transfer" aria-keyshortcuts=${ariaKey('transfer')} aria-expanded=${this.panel ? 'true' : 'false'} @click=${() => this.#openPanel(!this.panel)}>
        ${icon('transfer')}<span>${t('call.transfer')}</span>${keyHint('transfer')}
      </button>
      <button data-key="hold" aria-keyshortcuts=${ariaKey('hold')} @click=${() => this.#steer(held ? 'resume' : 'hold')}>
        ${icon(held ? 'resume' : 'hold')}<span>${t(held ? 'call.resume' : 'call.hold')}</span>${keyHint('hold')}
      </button>
      <button class="danger" data-key="hangup" aria-keyshortcuts=${ariaKey('hangup')} @click=${() => this.#steer('hangup')}>${icon('hangup')}<span>${t('call.hangup')}</span>${keyHint('hangup')}</button>
    </div>`;
  }

  /** Holding and resuming take turns; hanging up waits for nothing. */
  #steer(verb) {
    act(verb === 'hangup' ? this.#ending : this, () => post(`/calls/${this.callId}/${verb}`), verb);
  }

  #openPanel(open) {
    this.panel = open;
    store.set({ notice: null });
  }

  #closePanel(event) {
    this.panel = false;
    this.focusOn(event.detail === 'sent' ? 'h1' : '.open-transfer');
  }
}

/**
 * Who passed this call on, and what that agent wrote; text nodes only, for others wrote it.
 *
 * @param {import('../types.js').Call} call
 */
function handover({ handover: told, id }) {
  if (!told) {
    return nothing;
  }
  return html`<section class="handover" aria-labelledby="handover-${id}">
    ${icon('note')}
    <div>
      <h2 id="handover-${id}">${t(told.consult ? 'handover.consult' : 'handover.title')} <bdi>${told.by.name}</bdi> <span class="handover-extension">${spaced(told.by.extension)}</span></h2>
      ${told.note ? html`<p class="handover-note"><bdi>${told.note}</bdi></p>` : nothing}
    </div>
  </section>`;
}

customElements.define('st-call', Call);
