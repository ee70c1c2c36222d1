import { html, nothing } from 'lit';
import { t } from '../i18n.js';
import { groupsOf } from '../screens.js';
import { logOut, setState } from '../session.js';
import { openKeys } from '../shortcuts.js';
import { store } from '../store.js';
import { Part, act, spaced } from './part.js';
import { icon } from './icons.js';
import { ariaKey } from './key.js';
import './language.js';
import './nav.js';

/** Who is logged in, the state switch, the language and the log-out. The switch shows what was chosen, the badge what is. */
class Header extends Part {
  render() {
    const { me } = store;
    const alone = groupsOf(me).length === 1;
    return html`<header class="top">
      <p class="brand">${icon('transfer')}<span>${t('app.name')}</span></p>
      ${alone ? html`<st-nav class="alone"></st-nav>` : nothing}
      <div class="me">
        <span class="avatar" aria-hidden="true">${initials(me.name)}</span>
        <span class="who"><bdi class="name">${me.name}</bdi><span class="extension">${spaced(me.extension)}</span></span>
        ${me.state === me.wanted ? nothing : html`<span class="badge presence-${me.state}">${t(`state.${me.state}`)}</span>`}
      </div>
      <div class="segmented state-switch" role="group" aria-label=${t('header.state')}>${this.#choice('AVAILABLE')}${this.#choice('AWAY')}</div>
      <st-language></st-language>
      <button class="flat round keys-open" data-key="help" aria-label=${t('keys.title')} aria-keyshortcuts=${ariaKey('help')} @click=${openKeys}>${icon('keys')}</button>
      <button class="flat" @click=${() => act(this, logOut, 'log-out')}>${t('header.logout')}</button>
      ${alone ? nothing : html`<st-nav></st-nav>`}
    </header>`;
  }

  #choice(state) {
    return html`<button type="button" class="choice-${state}" aria-pressed=${store.me.wanted === state ? 'true' : 'false'} @click=${() => act(this, () => setState(state), state)}>
      ${t(`state.${state}`)}
    </button>`;
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
