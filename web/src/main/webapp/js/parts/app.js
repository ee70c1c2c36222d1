import { html, nothing } from 'lit';
import { has, t } from '../i18n.js';
import { store } from '../store.js';
import { title } from '../title.js';
import { Part } from './part.js';
import './login.js';

/** The whole page: waiting, the log-in, or the desk. What only the desk has is defined by inside.js, before it is shown. */
class App extends Part {
  #shown = '';
  #screen = null;

  updated() {
    const opened = store.view === 'desk' && this.#shown === 'login';
    const back = store.screen?.id === 'call' && this.#screen && this.#screen !== 'call';
    if (back) {
      this.focusOn('st-desk h1[tabindex]');
    } else if (opened) {
      this.focusOn('#main');
    }
    this.#shown = store.view;
    this.#screen = store.screen?.id;
  }

  render() {
    if (!has('app.name')) {
      return nothing;
    }
    document.title = title();
    return html`${this.#view()}<st-announcer></st-announcer>`;
  }

  #view() {
    switch (store.view) {
      case 'login':
        return html`<st-login></st-login>`;
      case 'stranger':
        return html`<st-stranger></st-stranger>`;
      case 'desk':
        return this.#desk();
      default:
        return this.#waiting();
    }
  }

  #waiting() {
    const away = store.view === 'away';
    return html`<main class="waiting">
      <h1 class="quiet" role="status">${t(away ? (navigator.onLine ? 'app.away' : 'app.offline') : 'app.loading')}</h1>
      ${away ? html`<p class="lead">${t('app.offline.lead')}</p>` : nothing}
    </main>`;
  }

  /** The call's own screen stays there when another is open: what was typed into it is not lost. */
  #desk() {
    const call = store.screen.id === 'call';
    return html`<a class="skip" href="#main" @click=${this.#skip}>${t(call ? 'app.skip' : 'app.skip.screen')}</a>
      <st-header></st-header>
      <div class="over"><st-expiry></st-expiry><st-banner></st-banner><st-call-bar></st-call-bar></div>
      <div class="columns ${call ? '' : 'one'}">
        <main id="main" tabindex="-1" aria-label=${call ? t('app.main') : t(`screen.${store.screen.id}`)}>
          <st-desk ?hidden=${!call}></st-desk>${call ? nothing : html`<st-screen></st-screen>`}
        </main>
        <st-history ?hidden=${!call}></st-history>
      </div>`;
  }

  /** The address is the screen's: a jump must not change it. */
  #skip(event) {
    event.preventDefault();
    this.querySelector('#main').focus();
  }
}

customElements.define('st-app', App);
