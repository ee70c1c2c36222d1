import { html, nothing } from 'lit';
import { t } from '../i18n.js';
import { post } from '../api.js';
import { setState } from '../session.js';
import { store } from '../store.js';
import { Part, act, acting } from './part.js';
import { icon } from './icons.js';
import { ariaKey, keyHint } from './key.js';

const ICONS = { available: 'inbound', away: 'cup', offline: 'warning', busy: 'phone' };

/** Between calls: whether calls come, and a box to place one. */
class Idle extends Part {
  render() {
    const state = store.me.state.toLowerCase();
    const dialling = acting(this, 'dial');
    return html`<section class="card idle idle-${state}" aria-labelledby="idle-title">
      <span class="orb" aria-hidden="true">${icon(ICONS[state] ?? 'phone')}</span>
      <div>
        <h1 id="idle-title" tabindex="-1">${t(`idle.${state}`)}</h1>
        <p class="lead">${t(`idle.${state}.lead`)}</p>
        ${state === 'away' ? html`<button class="primary" @click=${() => act(this, () => setState('AVAILABLE'), 'state')}>${t('idle.away.action')}</button>` : nothing}
      </div>
      <form class="dial" @submit=${this.#dial}>
        <label for="dial">${t('dial.title')}${keyHint('dial')}</label>
        <div class="joined">
          <input id="dial" name="to" data-key="dial" aria-keyshortcuts=${ariaKey('dial')} type="tel" autocomplete="off" placeholder=${t('dial.label')} required />
          <button aria-disabled=${dialling ? 'true' : 'false'}>${icon('phone')}<span>${t(dialling ? 'dial.busy' : 'dial.submit')}</span></button>
        </div>
      </form>
    </section>`;
  }

  #dial(event) {
    event.preventDefault();
    const form = event.target;
    act(this, async () => {
      const placed = await post('/calls', { to: form.elements.to.value.trim() });
      form.reset();
      if (placed?.id) {
        store.call(placed);
      }
    }, 'dial');
  }
}

customElements.define('st-idle', Idle);
