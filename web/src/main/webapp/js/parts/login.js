import { html, nothing } from 'lit';
import { problemText, t } from '../i18n.js';
import { Patience } from '../patience.js';
import { goToProvider, logIn } from '../session.js';
import { store } from '../store.js';
import { Part } from './part.js';
import { icon } from './icons.js';
import './language.js';

/** The log-in: why it is asked for, and either our own form or the way to the provider's. */
class Login extends Part {
  static properties = { problem: { state: true }, busy: { state: true } };

  #patience = new Patience(() => this.#waited());

  firstUpdated() {
    this.focusOn(store.provider ? '.login-card button' : '#username');
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#patience.stop();
  }

  render() {
    return html`<main class="login">
      <div class="login-top"><st-language></st-language></div>
      <form class="login-card" @submit=${this.#submit} aria-busy=${this.busy ? 'true' : 'false'}>
        <p class="brand">${icon('transfer')}<span>${t('app.name')}</span></p>
        <h1>${t('login.title')}</h1>
        ${this.#why()} ${store.provider ? this.#provider() : this.#form()}
      </form>
    </main>`;
  }

  /** An end that the agent did not ask for is explained; a call that goes on is not lost with its picture. */
  #why() {
    const { left } = store;
    return html`<div role="status">
      ${left
        ? html`<p class="why">${t(`login.why.${left.why}`)}</p>
            ${left.onCall ? html`<p class="why voice">${icon('phone')}<span>${t('login.voice')}</span></p>` : nothing}`
        : html`<p class="lead">${t('login.lead')}</p>`}
    </div>`;
  }

  #provider() {
    return html`<button type="button" class="primary wide" @click=${goToProvider}>${t('login.provider')}</button>`;
  }

  #form() {
    const idle = this.busy || this.#patience.seconds > 0;
    return html`<label for="username">${t('login.username')}</label>
      <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required />
      <label for="password">${t('login.password')}</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required />
      <div role="alert">${this.problem ? html`<p class="error">${icon('warning')}<span>${problemText(this.problem)}</span></p>` : nothing}</div>
      <button class="primary wide" aria-disabled=${idle ? 'true' : 'false'}>${this.#label()}</button>`;
  }

  #label() {
    const { seconds } = this.#patience;
    return seconds ? t('login.wait', { seconds }) : t(this.busy ? 'login.busy' : 'login.submit');
  }

  #waited() {
    if (!this.#patience.seconds) {
      this.problem = null;
    }
    this.requestUpdate();
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy || this.#patience.seconds || store.provider) {
      return;
    }
    this.busy = true;
    this.problem = null;
    const form = new FormData(event.target);
    try {
      await logIn(String(form.get('username')).trim(), form.get('password'));
    } catch (problem) {
      this.#refused(problem);
    } finally {
      this.busy = false;
    }
  }

  #refused(problem) {
    this.problem = problem;
    this.#patience.begin(problem.wait ?? 0);
    /** @type {HTMLInputElement} */ (this.querySelector('#password')).value = '';
    this.focusOn('#password');
  }
}

customElements.define('st-login', Login);
