import { html, nothing } from 'lit';
import { t } from '../i18n.js';
import { again } from '../intent.js';
import { store } from '../store.js';
import { Part, act, called } from './part.js';
import { icon } from './icons.js';
import { cost } from './cost.js';
import { ariaKey, keyHint } from './key.js';
import { messages } from './messages.js';

/** On a call that is the agent's again after a transfer: what came of it, impossible to overlook. */
class Returned extends Part {
  static properties = { transferId: { attribute: false } };

  render() {
    const transfer = store.transfers.get(this.transferId);
    if (!transfer) {
      return nothing;
    }
    const back = transfer.state === 'RETURNED';
    return html`<section class="returned ${back ? 'is-back' : ''}" data-state=${transfer.state} aria-labelledby="returned-${transfer.id}">
      <div class="returned-head">
        ${icon(back ? 'back' : 'warning')}
        <div>
          <h2 id="returned-${transfer.id}">${t(`progress.state.${transfer.state}`)}</h2>
          <p>${back ? html`${t('call.returned.lead')} ` : nothing}${t('progress.title')} ${called(transfer.target)}</p>
        </div>
        <button class="flat round" aria-label=${t('notice.close')} @click=${() => store.dismiss(transfer.id)}>${icon('close')}</button>
      </div>
      ${messages(transfer)} ${cost(transfer)} ${back && transfer.reason !== 'cancelled' ? this.#next(transfer) : nothing}
    </section>`;
  }

  /** The same target again, as another transfer, or another one. */
  #next(transfer) {
    return html`<div class="actions">
      <button class="try-again" data-key="again" aria-keyshortcuts=${ariaKey('again')} @click=${() => act(this, () => again(transfer))}>${icon('again')}<span>${t('returned.again')}</span>${keyHint('again')}</button>
      <button class="elsewhere" data-key="elsewhere" aria-keyshortcuts=${ariaKey('elsewhere')} @click=${() => this.dispatchEvent(new Event('elsewhere'))}>
        ${icon('transfer')}<span>${t('returned.elsewhere')}</span>${keyHint('elsewhere')}
      </button>
    </div>`;
  }
}

customElements.define('st-returned', Returned);
