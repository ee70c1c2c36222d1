import { html, nothing } from 'lit';
import { t } from '../i18n.js';
import { address } from '../screens.js';
import { ended, store } from '../store.js';
import { Part, called } from './part.js';
import { icon } from './icons.js';
import './timer.js';

/** On every other screen: the call or the transfer under way, and the way back to it. */
class CallBar extends Part {
  render() {
    if (store.screen?.id === 'call') {
      return nothing;
    }
    const [call] = store.liveCalls();
    const transfer = call ? store.liveTransferOf(call) : store.loose().find((each) => !ended(each));
    return call || transfer ? this.#bar(call, transfer) : nothing;
  }

  #bar(call, transfer) {
    const state = call?.state === 'RINGING' ? `RINGING.${call.direction}` : call?.state;
    return html`<aside aria-label=${t('app.main')}><a class="call-bar call-${transfer ? 'TRANSFER' : call.state}" href=${address('call')}>
      <span class="lamp" aria-hidden="true"></span>
      <span class="bar-state">${t(transfer ? 'transfer.sending' : `call.state.${state}`)}</span>
      <span class="bar-who">${called(call ? call.party : transfer.target)}</span>
      ${call && call.state !== 'RINGING' ? html`<st-timer since=${store.talkingSince(call)}></st-timer>` : nothing}
      <span class="bar-way">${t('bar.way')}${icon('resume')}</span>
    </a></aside>`;
  }
}

customElements.define('st-call-bar', CallBar);
