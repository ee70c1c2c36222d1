import { html } from 'lit';
import { t } from '../i18n.js';
import { begin, logOut } from '../session.js';
import { store } from '../store.js';
import { Part, act } from './part.js';
import { icon } from './icons.js';
import './language.js';

/** Somebody whom the provider knows and this contact centre does not. */
class Stranger extends Part {
  firstUpdated() {
    this.focusOn('h1');
  }

  render() {
    return html`<main class="login">
      <div class="login-top"><st-language></st-language></div>
      <div class="login-card">
        <p class="brand">${icon('transfer')}<span>${t('app.name')}</span></p>
        <h1 tabindex="-1">${t('stranger.title')}</h1>
        <p class="lead">${t('stranger.who')} <bdi><strong>${store.stranger}</strong></bdi>. ${t('stranger.lead')}</p>
        <button class="primary wide" @click=${() => act(this, begin)}>${t('stranger.again')}</button>
        <button class="wide" @click=${() => act(this, logOut, 'log-out')}>${t('header.logout')}</button>
      </div>
    </main>`;
  }
}

customElements.define('st-stranger', Stranger);
