import { html, nothing } from 'lit';
import { t } from '../i18n.js';
import { logOut, setState } from '../session.js';
import { store } from '../store.js';
import { Part, act, spaced } from './part.js';
import { icon } from './icons.js';
import './language.js';

/**
 * Who is logged in, the state switch, the language and the log-out. While the agent is on a call or without a phone the
 * server says that instead of what was chosen; on a page that has not seen the choice the switch then shows none.
 */
class Header extends Part {
  static properties = { busy: { state: true } };
  #chosen = '';

  render() {
    const { me } = store;
    if (['AVAILABLE', 'AWAY'].includes(me.state)) {
      this.#chosen = me.state;
    }
    return html`<header class="top">
      <p class="brand">${icon('transfer')}<span>${t('app.name')}</span></p>
      <div class="me">
        <span class="avatar" aria-hidden="true">${initials(me.name)}</span>
        <span class="who"><bdi class="name">${me.name}</bdi><span class="extension">${spaced(me.extension)}</span></span>
        ${['AVAILABLE', 'AWAY'].includes(me.state) ? nothing : html`<span class="badge presence-${me.state}">${t(`state.${me.state}`)}</span>`}
      </div>
      <div class="segmented state-switch" role="group" aria-label=${t('header.state')}>${this.#choice('AVAILABLE')}${this.#choice('AWAY')}</div>
      <st-language></st-language>
      <button class="flat" @click=${() => act(this, logOut)}>${t('header.logout')}</button>
    </header>`;
  }

  #choice(state) {
    return html`<button type="button" class="choice-${state}" aria-pressed=${this.#chosen === state ? 'true' : 'false'} @click=${() => act(this, () => this.#choose(state))}>
      ${t(`state.${state}`)}
    </button>`;
  }

  async #choose(state) {
    await setState(state);
    this.#chosen = state;
    this.requestUpdate();
  }
}

function initials(name) {
  return name
    .split(/\s+/)
    .map((each) => [...each][0] ?? '')
    .slice(0, 2)
    .join('');
}

customElements.define('st-header', Header);
