import { html, nothing } from 'lit';
import { has, problemText, t } from '../i18n.js';
import { Patience } from '../patience.js';
import { changePassword } from '../session.js';
import { Part } from './part.js';
import { icon } from './icons.js';

const FIELDS = { old: 'current-password', new: 'new-password', again: 'new-password' };

/** The change of one's own password: a section of the settings, where passwords are kept here. */
class Password extends Part {
  static properties = { problem: { state: true }, busy: { state: true }, done: { state: true }, differs: { state: true } };

  #patience = new Patience(() => this.requestUpdate());

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#patience.stop();
  }

  render() {
    const wait = this.#patience.seconds;
    return html`<section class="panel-box" aria-labelledby="settings-password">
      <h2 id="settings-password">${t('password.title')}</h2>
      <p class="lead">${t('password.lead')}</p>
      <form class="password" @submit=${this.#submit} @input=${() => (this.done = false)}>
        ${Object.keys(FIELDS).map((name) => this.#field(name))}
        <div role="alert">${this.#refusal()}</div>
        <div role="status">${this.done ? html`<p class="done">${icon('check')}<span>${t('password.done')}</span></p>` : nothing}</div>
        <button class="primary" aria-disabled=${this.busy || wait ? 'true' : 'false'}>${wait ? t('login.wait', { seconds: wait }) : t('password.submit')}</button>
      </form>
    </section>`;
  }

  #field(name) {
    const error = this.#errorOf(name);
    return html`<div class="field">
      <label for="password-${name}">${t(`password.${name}`)}</label>
      <input id="password-${name}" name=${name} type="password" autocomplete=${FIELDS[name]} required aria-invalid=${error ? 'true' : 'false'} aria-describedby="password-${name}-error" />
      <p class="field-error" id="password-${name}-error">${error ? html`${icon('warning')}<span>${error}</span>` : nothing}</p>
    </div>`;
  }

  #errorOf(name) {
    if (name === 'again') {
      return this.differs ? t('password.error.differs') : '';
    }
    const error = this.problem?.errors.find((each) => each.field === name);
    const key = `password.error.${error?.code}`;
    return error && (has(key) ? t(key) : error.detail);
  }

  #refusal() {
    const told = this.problem && !this.problem.errors.length;
    return told ? html`<p class="error">${icon('warning')}<span>${problemText(this.problem)}</span></p>` : nothing;
  }

  async #submit(event) {
    event.preventDefault();
    if (this.busy || this.#patience.seconds) {
      return;
    }
    const form = event.target;
    const { old, new: wanted, again } = Object.fromEntries(new FormData(form));
    this.problem = null;
    this.differs = wanted !== again;
    if (this.differs) {
      this.focusOn('#password-again');
      return;
    }
    this.busy = true;
    try {
      await changePassword(old, wanted);
      form.reset();
      this.done = true;
    } catch (problem) {
      this.#refused(problem);
    } finally {
      this.busy = false;
    }
  }

  #refused(problem) {
    this.problem = problem;
    this.focusOn(`#password-${problem.errors[0]?.field ?? 'old'}`);
    this.#patience.begin(problem.wait);
  }
}

customElements.define('st-password', Password);
