import { html, nothing } from 'lit';
import { t } from '../i18n.js';
import { Part } from './part.js';
import { icon } from './icons.js';
import { ariaKey, keyHint } from './key.js';

const LONGEST_NOTE = 500;

/** The note and the method: blind on the left, attended on the right. Pressing one begins the transfer. */
class Methods extends Part {
  static properties = { target: { attribute: false }, sending: { attribute: false }, note: { attribute: false }, consult: { attribute: false } };

  firstUpdated() {
    this.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }

  /** Focus goes to the first method that may be used. */
  async focus() {
    await this.updateComplete;
    this.querySelector(this.target?.blindRefused ? '.attended button' : '.blind button').focus();
  }

  render() {
    return html`<fieldset class="methods">
      <legend>${t('transfer.method')}</legend>
      <div class="pair">${this.#blind()} ${this.#attended()}</div>
      ${this.target?.takesNote ? this.#note() : nothing}
    </fieldset>`;
  }

  /** Refused is not disabled: what is disabled while it has the focus loses it. The panel sends nothing then. */
  #blind() {
    const refused = this.target?.blindRefused;
    return html`<div class="method blind">
      <h3 id="method-blind">${t('method.blind')}</h3>
      <p id="blind-lead">${t('method.blind.lead')}</p>
      ${refused ? html`<p class="why" id="blind-why">${icon('warning')}<span>${t(refused)}</span></p>` : nothing}
      <button
        aria-disabled=${refused || this.sending ? 'true' : 'false'}
        aria-describedby="method-blind blind-lead ${refused ? 'blind-why' : ''}"
        aria-keyshortcuts=${ariaKey('blind')}
        @click=${() => this.#tell('method', 'BLIND')}
      >
        ${t(this.sending === 'BLIND' ? 'transfer.sending' : 'method.blind.start')}${keyHint('blind')}
      </button>
    </div>`;
  }

  #attended() {
    return html`<div class="method attended">
      <h3 id="method-attended">${t('method.attended')}</h3>
      <p id="attended-lead">${t('method.attended.lead')}</p>
      <label class="check"
        ><input type="checkbox" name="consult" aria-keyshortcuts=${ariaKey('consult')} .checked=${Boolean(this.consult)} @change=${(event) => this.#tell('consult', event.target.checked)} /><span
          >${t('method.consult')}${keyHint('consult')}</span
        ></label
      >
      <button class="primary" aria-disabled=${this.sending ? 'true' : 'false'} aria-describedby="method-attended attended-lead" aria-keyshortcuts=${ariaKey('attended')} @click=${() => this.#tell('method', 'ATTENDED')}>
        ${t(this.sending === 'ATTENDED' ? 'transfer.sending' : 'method.attended.start')}${keyHint('attended')}
      </button>
    </div>`;
  }

  #note() {
    return html`<div class="note">
      <label class="step-title" for="note">${t('note.label')}${keyHint('note')}</label>
      <textarea
        id="note"
        rows="2"
        maxlength=${LONGEST_NOTE}
        aria-describedby="note-hint"
        .value=${this.note ?? ''}
        @input=${(event) => this.#tell('note', event.target.value)}
        @keydown=${this.#noteKey}
      ></textarea>
      <p id="note-hint" class="hint">${t('note.hint')}</p>
    </div>`;
  }

  /** Out of the note, back to the methods; a line break stays what Enter means in it. */
  #noteKey(event) {
    if (event.key === 'Escape' || (event.key === 'Enter' && event.ctrlKey)) {
      event.preventDefault();
      event.stopPropagation();
      this.focus();
    }
  }

  #tell(what, detail) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

customElements.define('st-methods', Methods);
