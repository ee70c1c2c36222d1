import { html, nothing } from 'lit';
import { t } from '../i18n.js';
import { store } from '../store.js';
import { Part } from './part.js';
import { icon } from './icons.js';
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
    const name = transfer.target.name ?? transfer.target.number;
    return html`<section class="returned ${back ? 'is-back' : ''}" data-state=${transfer.state} aria-labelledby="returned-${transfer.id}">
      <div class="returned-head">
        ${icon(back ? 'back' : 'warning')}
        <div>
          <h2 id="returned-${transfer.id}">${t(`progress.state.${transfer.state}`)}</h2>
          <p>${back ? html`${t('call.returned.lead')} ` : nothing}${t('progress.title', { name })}</p>
        </div>
        <button class="flat round" aria-label=${t('notice.close')} @click=${() => store.dismiss(transfer.id)}>${icon('close')}</button>
      </div>
      ${messages(transfer)}
    </section>`;
  }
}

customElements.define('st-returned', Returned);
