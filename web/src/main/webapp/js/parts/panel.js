import { html, nothing } from 'lit';
import { problemText, t } from '../i18n.js';
import { transfer } from '../intent.js';
import { Part } from './part.js';
import { icon } from './icons.js';
import './target-picker.js';
import './number-box.js';
import './methods.js';

const TYPES = { AGENT: 'agent', USER: 'user', INBOUND: 'inbound', NUMBER: 'number' };

/** The transfer, step by step: number type, target, transfer, method. Closes with Esc. */
class Panel extends Part {
  static properties = {
    callId: { attribute: false },
    type: { state: true },
    target: { state: true },
    choosing: { state: true },
    sending: { state: true },
    retrying: { state: true },
    problem: { state: true },
  };

  constructor() {
    super();
    this.type = 'AGENT';
    this.target = null;
  }

  firstUpdated() {
    this.focusOn('input[name=type]:checked');
    this.querySelector('section').scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }

  render() {
    return html`<section class="panel" aria-labelledby="panel-title" @keydown=${this.#key}>
      <div class="panel-head">
        <h2 id="panel-title">${t('transfer.title')}</h2>
        <button class="flat round" aria-label=${t('transfer.close')} @click=${() => this.#close('closed')}>${icon('close')}</button>
      </div>
      <div class="who-to">${this.#types()} ${this.#targets()}</div>
      ${this.#go()} ${this.choosing ? this.#methods() : nothing}
      <div class="panel-says">
        <div role="alert">${this.problem ? html`<p class="error">${icon('warning')}<span>${problemText(this.problem)}</span></p>` : nothing}</div>
        <div role="status">${this.retrying ? html`<p class="retrying">${t('transfer.retrying')}</p>` : nothing}</div>
      </div>
    </section>`;
  }

  #types() {
    return html`<fieldset class="step types">
      <legend>${t('transfer.type')}</legend>
      <div class="tiles">
        ${Object.entries(TYPES).map(
          ([type, drawing]) => html`<label class="tile">
            <input type="radio" name="type" .value=${type} .checked=${this.type === type} @change=${() => this.#setType(type)} />
            ${icon(drawing)}<span>${t(`type.${type}`)}</span>
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  #targets() {
    return html`<div class="step">
      ${this.type === 'NUMBER'
        ? html`<st-number-box @target=${this.#setTarget} @done=${() => this.focusOn('.go')}></st-number-box>`
        : html`<st-target-picker .type=${this.type} @target=${this.#setTarget} @done=${() => this.focusOn('.go')}></st-target-picker>`}
    </div>`;
  }

  #go() {
    const why = this.target?.refused ?? 'transfer.choose';
    return html`<div class="step go-step">
      <button class="primary big go" aria-disabled=${this.#ready() ? 'false' : 'true'} aria-describedby="go-why" @click=${this.#choose}>${icon('transfer')}<span>${t('transfer.go')}</span></button>
      <p id="go-why" class="why">${this.#ready() ? html`<span class="to">→ <bdi>${this.target.name}</bdi></span>` : t(why)}</p>
    </div>`;
  }

  #methods() {
    return html`<st-methods class="step" .target=${this.target} .sending=${this.sending} @method=${(event) => this.#send(event.detail)}></st-methods>`;
  }

  #ready() {
    return Boolean(this.target && !this.target.refused);
  }

  #setType(type) {
    this.type = type;
    this.#forget();
  }

  #setTarget(event) {
    this.#forget();
    this.target = event.detail;
  }

  #forget() {
    this.target = null;
    this.choosing = false;
    this.problem = null;
  }

  #choose() {
    if (this.#ready()) {
      this.choosing = true;
      this.focusOn('st-methods');
    }
  }

  async #send({ method, consult }) {
    if (this.sending) {
      return;
    }
    this.sending = method;
    this.problem = null;
    const { order, confirmed = false } = this.target;
    try {
      await transfer({ callId: this.callId, method, consult, confirmed, target: order }, () => (this.retrying = true));
      this.#close('sent');
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.sending = null;
      this.retrying = false;
    }
  }

  #key(event) {
    if (event.key === 'Escape' && !this.sending) {
      event.preventDefault();
      this.#close('closed');
    }
    if (event.key !== 'Enter') {
      return;
    }
    if (event.target.type === 'radio') {
      this.focusOn('#target-search, #number');
    } else if (event.repeat) {
      event.preventDefault();
    }
  }

  #close(how) {
    this.dispatchEvent(new CustomEvent('close', { detail: how }));
  }
}

customElements.define('st-panel', Panel);
