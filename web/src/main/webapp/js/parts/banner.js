import { html, nothing } from 'lit';
import { problemText, t } from '../i18n.js';
import { reconnectNow } from '../session.js';
import { store } from '../store.js';
import { Part } from './part.js';
import { icon } from './icons.js';

const SHOWN_BACK = 3000;

/** Whether what is shown can be trusted: the connection; and the refusal of the last thing that was asked for. */
class Banner extends Part {
  #before = 'connecting';
  #back = false;

  render() {
    this.#remember(store.connection);
    return html`<div role="status">${this.#connection()}</div>
      <div role="alert">${this.#notice()}</div>`;
  }

  #connection() {
    if (store.connection === 'lost') {
      return html`<div class="banner lost">
        <span class="pulse" aria-hidden="true"></span>
        <p><strong>${t(navigator.onLine ? 'connection.lost' : 'connection.offline')}</strong> ${store.calls.size ? t('connection.voice') : nothing}</p>
        <button class="flat" @click=${reconnectNow}>${t('connection.now')}</button>
      </div>`;
    }
    if (store.outdated) {
      return html`<div class="banner outdated">
        ${icon('save')}
        <p>${t('connection.outdated')}</p>
        <button class="flat" @click=${() => location.reload()}>${t('connection.renew')}</button>
      </div>`;
    }
    return this.#back ? html`<div class="banner back">${icon('check')}<p>${t('connection.back')}</p></div>` : nothing;
  }

  #notice() {
    return store.notice
      ? html`<div class="banner refused">
          ${icon('warning')}
          <p>${problemText(store.notice)}</p>
          <button class="flat round" aria-label=${t('notice.close')} @click=${() => store.set({ notice: null })}>${icon('close')}</button>
        </div>`
      : nothing;
  }

  #remember(connection) {
    if (this.#before === 'lost' && connection === 'live') {
      this.#back = true;
      setTimeout(() => {
        this.#back = false;
        this.requestUpdate();
      }, SHOWN_BACK);
    }
    this.#before = connection;
  }
}

customElements.define('st-banner', Banner);
