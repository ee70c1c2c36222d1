import { html, nothing } from 'lit';
import { problemText, t } from '../i18n.js';
import { transfer } from '../intent.js';
import { same } from '../quick.js';
import { actionOf, combo, keysOff, typing } from '../shortcuts.js';
import { Part } from './part.js';
import { choice, secondLook } from './choice.js';
import { icon } from './icons.js';
import { strays } from './strays.js';
import { types } from './types.js';
import './methods.js';
import './number-box.js';
import './quick.js';
import './target-picker.js';

const METHODS = { blind: 'BLIND', attended: 'ATTENDED', consult: 'ATTENDED' };

/**
 * The transfer, step by step: number type, target, transfer, method. The focus goes from step to step by itself; while it
 * is on no field a digit takes a quick target and a letter begins to search, wherever it is. Closes with Esc.
 */
class Panel extends Part {
  static properties = {
    callId: { attribute: false },
    type: { state: true },
    target: { state: true },
    start: { state: true },
    step: { state: true },
    note: { state: true },
    consult: { state: true },
    sending: { state: true },
    retrying: { state: true },
    problem: { state: true },
  };
  #stop = () => {};

  constructor() {
    super();
    this.type = 'AGENT';
    this.note = '';
    this.#forget();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#stop = strays(this, (event) => this.#key(event), (number) => this.#other(number));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  firstUpdated() {
    this.focusOn('input[name=type]:checked');
    this.querySelector('section').scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }

  render() {
    return html`<section class="panel" aria-labelledby="panel-title" @keydown=${this.#key}>
      <div class="panel-head">
        <h2 id="panel-title">${t('transfer.title')}</h2>
        <p class="hint panel-hint">${keysOff() ? nothing : t('panel.hint')}</p>
        <button class="flat round" aria-label=${t('transfer.close')} @click=${() => this.#close('closed')}>${icon('close')}</button>
      </div>
      <st-quick .chosen=${this.target?.target} @quick=${(event) => this.#takeQuick(event.detail)} @known=${this.#known}></st-quick>
      <div class="who-to">${types(this.type, (type) => this.#setType(type))} ${this.#targets()}</div>
      ${this.#go()} ${this.step === 'look' ? secondLook(this.target, () => this.#choose(true), () => this.#toGo()) : nothing} ${this.step === 'method' ? this.#methods() : nothing}
      <div class="panel-says">
        <div role="alert">${this.problem ? html`<p class="error">${icon('warning')}<span>${problemText(this.problem)}</span></p>` : nothing}</div>
        <div role="status">${this.retrying ? html`<p class="retrying">${t('transfer.retrying')}</p>` : nothing}</div>
      </div>
    </section>`;
  }

  #targets() {
    return html`<div class="step">
      ${this.type === 'NUMBER'
        ? html`<st-number-box .start=${this.start} @target=${this.#setTarget} @done=${() => this.#toGo()}></st-number-box>`
        : html`<st-target-picker .type=${this.type} .chosen=${this.target?.order.id} @target=${this.#setTarget} @known=${this.#known} @done=${() => this.#toGo()}></st-target-picker>`}
    </div>`;
  }

  #go() {
    const why = this.target?.refused ?? 'transfer.choose';
    return html`<div class="step go-step">
      <button class="primary big go" aria-disabled=${this.#ready() ? 'false' : 'true'} aria-describedby="go-why" @click=${() => this.#choose(false)}>${icon('transfer')}<span>${t('transfer.go')}</span></button>
      <div id="go-why" class="why">${this.#ready() ? choice(this.target) : t(why)}</div>
    </div>`;
  }

  #methods() {
    return html`<st-methods
      class="step"
      .target=${this.target}
      .sending=${this.sending}
      .note=${this.note}
      .consult=${this.consult}
      @note=${(event) => (this.note = event.detail)}
      @consult=${(event) => (this.consult = event.detail)}
      @method=${(event) => this.#take(event.detail)}
    ></st-methods>`;
  }

  #ready() {
    return Boolean(this.target && !this.target.refused);
  }

  #setType(type, start = null) {
    this.type = type;
    this.start = start;
    this.#forget();
  }

  #setTarget(event) {
    this.#forget();
    this.target = event.detail;
  }

  /** The chosen target is the same, what is known of it is newer. */
  #known(event) {
    if (this.target?.target && same(this.target.target, event.detail.target)) {
      this.target = event.detail;
    }
  }

  #forget() {
    this.target = null;
    this.step = 'target';
    this.consult = false;
    this.problem = null;
  }

  #toGo() {
    this.step = 'target';
    this.consult = false;
    this.focusOn('.go');
  }

  /** A number of before is looked up again: what it costs, and whether it is allowed, may have changed. */
  #takeQuick({ target, choice: known }) {
    this.#setType(target.type, known ? null : { number: target.number, go: true });
    if (known) {
      this.target = known;
      this.#toGo();
    }
  }

  /** The step to the methods; a number that costs somebody something of its own takes a second look first. */
  #choose(looked, first = 'st-methods') {
    if (!this.#ready()) {
      return;
    }
    this.step = this.target.secondLook && !looked ? 'look' : 'method';
    this.focusOn(this.step === 'look' ? '.look-yes' : first);
  }

  async #send(method) {
    if (this.sending) {
      return;
    }
    this.sending = method;
    this.problem = null;
    try {
      await transfer(this.#order(method), () => (this.retrying = true));
      this.#close('sent');
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.sending = null;
      this.retrying = false;
    }
  }

  #order(method) {
    const { order, confirmed = false, takesNote } = this.target;
    const note = takesNote ? this.note.trim() : '';
    const consult = method === 'ATTENDED' && this.consult;
    return { callId: this.callId, method, consult, confirmed, target: order, ...(note ? { note } : {}) };
  }

  #key(event) {
    if (event.key === 'Escape' && !this.sending) {
      event.preventDefault();
      this.#close('closed');
    } else if (event.key === 'Enter') {
      this.#enter(event);
    } else if (!keysOff() && !typing(event.target) && !event.repeat && this.#typed(event)) {
      event.preventDefault();
    }
  }

  #enter(event) {
    if (event.target.type === 'radio') {
      this.focusOn('#target-search, #number');
    } else if (event.repeat) {
      event.preventDefault();
    }
  }

  /** A key on no field: a method's or the note's once there is a target, else a digit or the beginning of a search. */
  #typed(event) {
    const action = actionOf(combo(event));
    if (action in METHODS && this.#ready() && this.step !== 'look') {
      action === 'consult' ? this.#tick() : this.#take(METHODS[action]);
      return true;
    }
    if (action === 'note' && this.#ready() && this.target.takesNote) {
      this.step = 'method';
      this.focusOn('#note');
      return true;
    }
    const plain = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    return plain && this.step === 'target' && this.#begin(event.key);
  }

  /** A method's button and its key: what was ticked counts for both. */
  #take(method) {
    const refused = method === 'BLIND' && this.target.blindRefused;
    if (this.step !== 'method' && (refused || this.target.secondLook)) {
      this.#choose(false);
    } else if (!refused) {
      this.#send(method);
    }
  }

  /** The key beside the tick is the tick's, also before the methods are shown. */
  #tick() {
    this.consult = this.step !== 'method' || !this.consult;
    this.#choose(this.step === 'method', '[name=consult]');
  }

  /** @returns whether the character meant something */
  #begin(key) {
    if (/[1-9]/.test(key) && this.type !== 'NUMBER' && this.querySelector('st-quick').choose(Number(key))) {
      return true;
    }
    if (/[0+]/.test(key) || (this.type === 'NUMBER' && /\d/.test(key))) {
      this.#other(key);
      return true;
    }
    if (this.#ready() || !/[\p{L}\d]/u.test(key) || this.type === 'NUMBER') {
      return false;
    }
    this.querySelector('st-target-picker').search(key);
    this.focusOn('#target-search');
    return true;
  }

  /** Another number, or what it begins with. */
  #other(number) {
    this.#setType('NUMBER', { number, go: false });
    this.focusOn('#number');
  }

  #close(how) {
    this.dispatchEvent(new CustomEvent('close', { detail: how }));
  }
}

customElements.define('st-panel', Panel);
