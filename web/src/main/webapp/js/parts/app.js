import { html } from 'lit';
import { t } from '../i18n.js';
import { store } from '../store.js';
import { title } from '../title.js';
import { Part } from './part.js';
import './announcer.js';
import './login.js';
import './header.js';
import './banner.js';
import './desk.js';
import './history.js';

/** The whole page: waiting, the log-in, or the desk. */
class App extends Part {
  #shown = '';

  updated() {
    if (this.#shown === 'login' && store.view === 'desk') {
      this.focusOn('#main');
    }
    this.#shown = store.view;
  }

  render() {
    document.title = title();
    return html`${this.#view()}<st-announcer></st-announcer>`;
  }

  #view() {
    switch (store.view) {
      case 'login':
        return html`<st-login></st-login>`;
      case 'desk':
        return html`<a class="skip" href="#main">${t('app.skip')}</a>
          <st-header></st-header>
          <st-banner></st-banner>
          <div class="columns">
            <main id="main" tabindex="-1" aria-label=${t('app.main')}><st-desk></st-desk></main>
            <st-history></st-history>
          </div>`;
      default:
        return html`<main class="waiting"><h1 class="quiet" role="status">${t(store.view === 'away' ? 'app.away' : 'app.loading')}</h1></main>`;
    }
  }
}

customElements.define('st-app', App);
