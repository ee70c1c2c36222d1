import { html, nothing } from 'lit';
import { problemText, t } from '../i18n.js';
import { logIn } from '../session.js';
import { Part } from './part.js';
import { icon } from './icons.js';
import './language.js';

/** The log-in. */
class Login extends Part {
  static properties = { problem: { state: true }, busy: { state: true } };

  firstUpdated() {
    this.focusOn('#username');
  }

  render() {
    return html`<main class="login">
      <div class="login-top"><st-language></st-language></div>
      <form class="login-card" @submit=${this.#submit} aria-busy=${this.busy ? 'true' : 'false'}>
        <p class="brand">${icon('transfer')}<span>${t('app.name')}</span></p>
        <h1>${t('login.title')}</h1>
        <p class="lead">${t('login.lead')}</p>
        <label for="username">${t('login.username')}</label>
        <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required />
        <label for="password">${t('login.password')}</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
        <div role="alert">${this.problem ? html`<p class="error">${icon('warning')}<span>${problemText(this.problem)}</span></p>` : nothing}</div>
        <button class="primary wide" aria-disabled=${this.busy ? 'true' : 'false'}>${t(this.busy ? 'login.busy' : 'login.submit')}</button>
      </form>
    </main>`;
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = null;
    const form = new FormData(event.target);
    try {
      await logIn(String(form.get('username')).trim(), form.get('password'));
    } catch (problem) {
      this.problem = problem;
      this.querySelector('#password').value = '';
      this.focusOn('#password');
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('st-login', Login);
