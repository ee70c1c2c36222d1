import { html, nothing } from 'lit';
import { reasonText, t } from '../i18n.js';
import { move } from '../intent.js';
import { moves } from '../moves.js';
import { scene } from '../scene.js';
import { ended, store } from '../store.js';
import { Part, act, called } from './part.js';
import { icon } from './icons.js';
import { cost } from './cost.js';
import { ariaKey, keyHint } from './key.js';
import { messages } from './messages.js';

const OUTCOME_ICON = { COMPLETED: 'check', RETURNED: 'back' };

/** An attended transfer under way, or just ended: who hears whom, what happened so far, what can be done now. */
class Progress extends Part {
  static properties = { transferId: { attribute: false } };

  render() {
    const transfer = store.transfers.get(this.transferId);
    if (!transfer?.target) {
      return nothing;
    }
    const over = ended(transfer);
    return html`<section class="progress ${over ? `over outcome-${transfer.state}` : 'under-way'}" data-state=${transfer.state} aria-labelledby="progress-${transfer.id}">
      <h2 id="progress-${transfer.id}" tabindex="-1">${over ? icon(OUTCOME_ICON[transfer.state] ?? 'warning') : html`<span class="pulse" aria-hidden="true"></span>`}<span>${t(`progress.state.${transfer.state}`)}</span></h2>
      ${over && transfer.reason && !transfer.messages.some((each) => each.params?.reason) && transfer.state !== 'ABANDONED' ? html`<p class="lead">${reasonText(transfer.reason)}</p>` : nothing}
      ${over ? this.#fromTo(transfer) : this.#parties(transfer)} ${messages(transfer)} ${over ? cost(transfer) : nothing} ${this.#moves(transfer, over)}
    </section>`;
  }

  #fromTo(transfer) {
    const party = store.partyOf(transfer.callId);
    return html`<p class="from-to">${party ? called(party) : t('party.customer')} <span aria-hidden="true">→</span> ${called(transfer.target)}</p>`;
  }

  #parties(transfer) {
    const { order, links } = scene(transfer.state);
    const who = { E: store.partyOf(transfer.callId), T: transfer.target, O: store.me };
    return html`<ul class="parties">
      ${order.map(
        ([role, status], index) => html`<li class="party party-${role} is-${status}">
          <span class="party-role">${this.#role(role, transfer)}</span>
          <span class="party-name">${who[role] ? called(who[role]) : t('party.customer')}</span>
          <span class="party-status">${t(`party.status.${status}`)}</span>
          ${index < 2 ? html`<span class="link link-${links[index]}" aria-hidden="true"></span>` : nothing}
        </li>`,
      )}
    </ul>`;
  }

  #role(role, transfer) {
    const keys = { O: 'party.you', E: 'party.customer', T: transfer.target.type === 'INBOUND' ? 'party.queue' : 'party.target' };
    return t(keys[role]);
  }

  #moves(transfer, over) {
    if (over) {
      return html`<div class="actions"><button @click=${() => store.dismiss(transfer.id)}>${t('progress.dismiss')}</button></div>`;
    }
    const allowed = moves(transfer.state);
    return allowed.length ? html`<div class="actions">${allowed.map((each) => this.#button(each, transfer))}</div>` : nothing;
  }

  #button(name, transfer) {
    const swapTo = transfer.state === 'CONSULTING' ? 'customer' : 'target';
    const looks = {
      complete: ['complete', 'primary big', 'transfer', 'progress.complete', 'complete'],
      leave: ['complete', '', 'hangup', 'progress.leave', 'complete'],
      swap: ['swap', '', 'swap', `progress.swap.${swapTo}`, 'swap'],
      cancel: ['cancel', 'danger quiet', 'back', 'progress.cancel', 'back'],
    };
    const [verb, look, drawing, words, key] = looks[name];
    return html`<button class="${look} move-${name}" data-key=${key} aria-keyshortcuts=${ariaKey(key)} @click=${() => this.#move(verb)}>
      ${icon(drawing)}<span>${t(words)}</span>${keyHint(key)}
    </button>`;
  }

  /** The turn may come after another move's answer: that one's version is what counts then. */
  #move(verb) {
    act(this, () => move(store.transfers.get(this.transferId), verb), verb);
  }
}

customElements.define('st-progress', Progress);
