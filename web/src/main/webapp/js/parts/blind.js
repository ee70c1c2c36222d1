import { html, nothing } from 'lit';
import { t } from '../i18n.js';
import { everyTick, instant, now } from '../clock.js';
import { move } from '../intent.js';
import { pullBackOpen, store } from '../store.js';
import { Part, act, acting, called } from './part.js';
import { icon } from './icons.js';
import { ariaKey, keyHint } from './key.js';

const SHOWN = 8000;

/** A blind transfer: it was started, and for a few seconds it can be pulled back. Nothing more is ever told of it. */
class Blind extends Part {
  static properties = { transferId: { attribute: false }, pulled: { state: true } };
  #stop = () => {};

  connectedCallback() {
    super.connectedCallback();
    this.#stop = everyTick(() => this.#tick());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  render() {
    const transfer = store.transfers.get(this.transferId);
    if (!transfer?.target) {
      return nothing;
    }
    const seconds = Math.ceil((instant(transfer.pullBackUntil) - now()) / 1000);
    return html`<section class="card blind-card" aria-labelledby="blind-${transfer.id}">
      <h2 id="blind-${transfer.id}" data-code="TRANSFER_STARTED">${icon('transfer')}<span>${t('message.TRANSFER_STARTED')}</span></h2>
      <p class="lead">${this.pulled ? t('blind.pulling') : html`${t('blind.lead')} ${called(transfer.target)}`}</p>
      <div class="actions">
        ${!this.pulled && pullBackOpen(transfer) && !store.calls.has(transfer.callId)
          ? html`<button class="move-pullback" data-key="back" aria-keyshortcuts=${ariaKey('back')} @click=${() => this.#pullBack(transfer)}>
              ${icon('back')}<span>${t('blind.pullback', { seconds })}</span>${keyHint('back')}
            </button>`
          : nothing}
        <button class="flat" @click=${() => store.dismiss(transfer.id)}>${t('progress.dismiss')}</button>
      </div>
    </section>`;
  }

  #pullBack(transfer) {
    act(this, async () => {
      await move(transfer, 'cancel');
      this.pulled = true;
    });
  }

  #tick() {
    const transfer = store.transfers.get(this.transferId);
    const until = Math.max(instant(transfer?.pullBackUntil ?? 0), instant(transfer?.startedAt ?? 0) + SHOWN);
    if (now() > until && !acting(this)) {
      store.dismiss(this.transferId);
    } else {
      this.requestUpdate();
    }
  }
}

customElements.define('st-blind', Blind);
