import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { Part } from '../part.js';

/** No letters and digits that are mistaken for one another when read aloud or from paper: 56 in all. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 20;

/** A password of 116 random bits; bytes that would make some letters likelier are thrown away. */
export function randomPassword() {
  const fair = 256 - (256 % LETTERS.length);
  let password = '';
  while (password.length < LENGTH) {
    password += [...crypto.getRandomValues(new Uint8Array(LENGTH))]
      .filter((byte) => byte < fair)
      .map((byte) => LETTERS[byte % LETTERS.length])
      .join('');
  }
  return password.slice(0, LENGTH);
}

/** A password that is only written: hidden until asked for, made up by the page on wish, copied before it is forgotten. */
class Secret extends Part {
  static properties = { field: {}, value: {}, droppable: {}, required: {}, described: {}, wrong: {}, open: { state: true }, said: { state: true } };

  render() {
    return html`<div class="secret">
        <input
          id=${this.field}
          type=${this.open ? 'text' : 'password'}
          autocomplete="new-password"
          spellcheck="false"
          autocapitalize="none"
          maxlength="128"
          ?required=${this.required}
          aria-invalid=${this.wrong ? 'true' : 'false'}
          aria-describedby=${this.described ?? nothing}
          .value=${this.value ?? ''}
          @input=${(event) => this.#change(event.target.value)}
        />
        <button type="button" aria-pressed=${this.open ? 'true' : 'false'} @click=${() => (this.open = !this.open)}>${t('admin.secret.show')}</button>
        <button type="button" @click=${this.#make}>${t('admin.secret.make')}</button>
        <button type="button" aria-disabled=${this.value ? 'false' : 'true'} @click=${this.#copy}>${t('admin.secret.copy')}</button>
        ${this.droppable ? html`<button type="button" aria-pressed=${this.value === null ? 'true' : 'false'} @click=${this.#drop}>${t('admin.delete')}</button>` : nothing}
      </div>
      <p class="hint" role="status">${this.said ? t(this.said) : ''}</p>`;
  }

  #make() {
    this.open = true;
    this.#change(randomPassword());
    this.said = 'admin.secret.made';
  }

  /** The clipboard is there over TLS and on loopback only; elsewhere the text is selected for the keyboard's copy. */
  async #copy() {
    if (!this.value) {
      return;
    }
    try {
      await navigator.clipboard.writeText(this.value);
      this.said = 'admin.secret.copied';
    } catch {
      this.open = true;
      await this.updateComplete;
      this.querySelector('input').select();
      this.said = 'admin.secret.selected';
    }
  }

  #drop() {
    const dropped = this.value !== null;
    this.#change(dropped ? null : '');
    this.said = dropped ? 'admin.secret.dropped' : '';
  }

  #change(value) {
    this.said = '';
    this.dispatchEvent(new CustomEvent('changed', { detail: value }));
  }
}

customElements.define('st-admin-secret', Secret);
