import { html, nothing } from 'lit';
import { problemText, t } from '../i18n.js';
import { SHORTCUTS, chosenKey, combo, conflict, keysOff, resetKeys, setKey, switchKeys } from '../shortcuts.js';
import { Part } from './part.js';
import { icon } from './icons.js';
import { keyText } from './key.js';

/** The list of keys, in a dialog of its own: each can be changed by pressing another, or taken away; all can be off. */
class Keys extends Part {
  static properties = { asking: { state: true }, said: { state: true }, problem: { state: true } };

  firstUpdated() {
    this.querySelector('dialog').showModal();
  }

  render() {
    return html`<dialog class="keys" aria-labelledby="keys-title" @close=${() => this.remove()} @cancel=${this.#cancel} @keydown=${this.#key}>
      <div class="keys-head">
        <h2 id="keys-title" tabindex="-1" autofocus>${t('keys.title')}</h2>
        <button class="flat round keys-close" aria-label=${t('keys.close')} @click=${this.#close}>${icon('close')}</button>
      </div>
      <label class="check"><input type="checkbox" name="keys-on" .checked=${!keysOff()} @change=${this.#switch} /><span>${t('keys.on')}</span></label>
      <p class="hint">${t('keys.lead')}</p>
      <ul class="key-list">
        ${Object.keys(SHORTCUTS).map((name) => this.#row(name))}
      </ul>
      <p class="hint">${t('keys.fixed')}</p>
      <p class="keys-said" role="alert">${this.problem ? problemText(this.problem) : this.said}</p>
      <button class="keys-reset" @click=${() => this.#keep(resetKeys, t('keys.was-reset'))}>${t('keys.reset')}</button>
    </dialog>`;
  }

  #row(name) {
    const asking = this.asking === name;
    const keys = chosenKey(name);
    return html`<li>
      <span id="key-of-${name}">${t(`keys.action.${name}`)}</span>
      <button class="key-set ${asking ? 'asking' : ''}" data-action=${name} id="key-set-${name}" aria-labelledby="key-of-${name} key-set-${name}" @click=${() => this.#ask(name)} @blur=${() => asking && this.#ask(null)}>
        ${asking ? t('keys.press') : keys ? html`<kbd>${keyText(keys)}</kbd>` : t('keys.none')}
      </button>
    </li>`;
  }

  #ask(name) {
    this.asking = name;
    this.problem = null;
    this.said = nothing;
  }

  #key(event) {
    const keys = combo(event);
    if (!this.asking || !keys || keys.endsWith('Tab')) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (keys === 'Escape') {
      this.#ask(null);
    } else {
      this.#give(this.asking, ['Backspace', 'Delete'].includes(keys) ? '' : keys);
    }
  }

  #give(name, keys) {
    const against = conflict(name, keys);
    if (against) {
      this.said = t(`keys.${against.code}`, { keys: keyText(keys), action: against.by ? t(`keys.action.${against.by}`) : '' });
      return;
    }
    this.asking = null;
    this.#keep(() => setKey(name, keys), keys ? t('keys.set', { keys: keyText(keys), action: t(`keys.action.${name}`) }) : '');
  }

  #switch(event) {
    this.#keep(() => switchKeys(event.target.checked), '');
  }

  async #keep(choose, said) {
    this.problem = null;
    this.said = said;
    try {
      await choose();
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** While a key is asked for, Escape only takes the question back. */
  #cancel(event) {
    if (this.asking) {
      event.preventDefault();
      this.#ask(null);
    }
  }

  #close() {
    this.querySelector('dialog').close();
  }
}

customElements.define('st-keys', Keys);
