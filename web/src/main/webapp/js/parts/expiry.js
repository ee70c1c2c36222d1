import { html, nothing } from 'lit';
import { duration, now } from '../clock.js';
import { endIsNear, isOver, sessionEnd } from '../expiry.js';
import { clock, t } from '../i18n.js';
import { askAgain, stayLoggedIn } from '../session.js';
import { store } from '../store.js';
import { Part, act } from './part.js';
import { icon } from './icons.js';

/** Tells that the log-in is about to end, while it can still be kept; asks the server when the moment has come. */
class Expiry extends Part {
  #timer = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#timer = window.setInterval(() => this.#look(), 1000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  /** The alert is said once: its words do not change while the seconds beside it do. */
  render() {
    const near = endIsNear() && !isOver();
    return html`<div role="alert">
      ${near
        ? html`<div class="banner lost expiry">
            ${icon('warning')}
            <p><strong>${t('expiry.near', { time: clock(sessionEnd()) })}</strong> ${store.calls.size ? t('connection.voice') : nothing}</p>
            <span class="num" aria-hidden="true">${duration(sessionEnd() - now())}</span>
            <button class="flat" @click=${() => act(this, stayLoggedIn)}>${t('expiry.stay')}</button>
          </div>`
        : nothing}
    </div>`;
  }

  #look() {
    this.requestUpdate();
    if (isOver()) {
      askAgain();
    }
  }
}

customElements.define('st-expiry', Expiry);
