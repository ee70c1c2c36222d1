import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { reasonText, t, time } from '../i18n.js';
import { instant } from '../clock.js';
import { store } from '../store.js';
import { Part, called } from './part.js';
import { cost } from './cost.js';
import { icon } from './icons.js';

/** Today's own transfers, newest first. */
class History extends Part {
  render() {
    const { history } = store;
    return html`<aside class="history" aria-labelledby="history-title">
      <h2 id="history-title">${t('history.title')}</h2>
      ${history.length
        ? html`<ol>${repeat(history, (each) => each.id, (each) => this.#entry(each))}</ol>`
        : html`<p class="quiet">${t('history.empty')}</p>`}
    </aside>`;
  }

  #entry(transfer) {
    const { target, method, outcome, reason, startedAt, chargedSeparately } = transfer;
    return html`<li class="entry" data-outcome=${outcome ?? 'LIVE'}>
      <time datetime=${startedAt}>${time(instant(startedAt))}</time>
      <span class="entry-target">${called(target)}</span>
      <span class="entry-method">${t(`history.${method.toLowerCase()}`)}</span>
      <span class="badge outcome-${outcome ?? 'LIVE'}">${t(outcome ? `outcome.${outcome}` : 'history.live')}</span>
      ${reason && outcome !== 'COMPLETED' ? html`<span class="entry-reason">${reasonText(reason)}</span>` : nothing}
      ${chargedSeparately ? html`<span class="badge charged">${icon('euro')}${t('history.charged')}</span>` : nothing} ${outcome ? cost(transfer) : nothing}
    </li>`;
  }
}

customElements.define('st-history', History);
