import { html, nothing } from 'lit';
import { t } from '../i18n.js';
import { SCREENS, loaded } from '../screens.js';
import { store } from '../store.js';
import { Part } from './part.js';
import { icon } from './icons.js';

/** The screen that the address names, other than the call's: loaded when it is opened, its heading focused. */
class Screen extends Part {
  static properties = { failed: { state: true } };
  #shown = null;
  #element = null;

  willUpdate() {
    if (this.isConnected && store.screen && store.screen !== this.#shown) {
      this.#show(store.screen);
    }
  }

  render() {
    return html`${this.failed ? this.#failure() : nothing}${this.#element ?? nothing}
    ${this.failed || this.#element ? nothing : html`<p class="quiet" role="status">${t('screen.loading')}</p>`}`;
  }

  #failure() {
    return html`<h1 tabindex="-1">${t('screen.failed')}</h1>
      <p class="lead">${t('screen.failed.lead')}</p>
      <button @click=${() => this.#show(store.screen)}>${icon('back')}<span>${t('screen.again')}</span></button>`;
  }

  async #show(wanted) {
    const same = this.#element && wanted.id === this.#shown?.id;
    this.#shown = wanted;
    this.failed = false;
    if (same) {
      this.#element.arg = wanted.arg;
    } else {
      this.#element = null;
      await this.#open(SCREENS.find((each) => each.id === wanted.id), wanted);
    }
    if (wanted === store.screen) {
      await this.#focusHeading();
    }
  }

  async #open(screen, wanted) {
    try {
      await loaded(screen);
      if (wanted === this.#shown) {
        this.#element = Object.assign(document.createElement(screen.tag), { arg: wanted.arg });
      }
    } catch {
      this.failed = wanted === this.#shown;
    }
    this.requestUpdate();
  }

  async #focusHeading() {
    await this.updateComplete;
    await this.#element?.updateComplete;
    const heading = this.querySelector('h1') ?? this.closest('main');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }
}

customElements.define('st-screen', Screen);
