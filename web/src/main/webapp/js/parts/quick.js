import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../i18n.js';
import { QuickTargets, isFavourite, same } from '../quick.js';
import { keysOff } from '../shortcuts.js';
import { store } from '../store.js';
import { choiceOf } from '../targets.js';
import { Part, called, spaced } from './part.js';
import { icon } from './icons.js';
import { badge } from './reach.js';

/**
 * Favourites and latest targets, a digit each. Tells the panel `quick` with the target of one that is chosen, and `known`
 * when the directory's word of it comes later than the choice.
 */
class Quick extends Part {
  static properties = { chosen: { attribute: false } };
  #quick = new QuickTargets(() => this.#came());

  connectedCallback() {
    super.connectedCallback();
    this.#quick.open();
  }

  render() {
    const { targets } = this.#quick;
    return targets.length
      ? html`<div class="quick-box">
          <h3 id="quick-title" class="step-title">${t('quick.title')}</h3>
          <ol class="quick" aria-labelledby="quick-title">
            ${repeat(targets, (each) => `${each.type}/${each.id ?? each.number}`, (each, index) => this.#one(each, index))}
          </ol>
        </div>`
      : nothing;
  }

  /** Chooses the one of this digit, from 1. @returns whether there is one */
  choose(digit) {
    const target = this.#quick.targets[digit - 1];
    if (!target || target.gone) {
      return false;
    }
    this.dispatchEvent(new CustomEvent('quick', { detail: { target, choice: target.type === 'NUMBER' ? null : choiceOf(target, store.presence) } }));
    return true;
  }

  #came() {
    this.requestUpdate();
    const known = this.#quick.targets.find((each) => this.chosen && each.availability && same(each, this.chosen));
    if (known) {
      this.dispatchEvent(new CustomEvent('known', { detail: choiceOf(known, store.presence) }));
    }
  }

  #one(target, index) {
    const chosen = this.chosen && same(this.chosen, target);
    return html`<li>
      <button class="quick-target ${chosen ? 'chosen' : ''}" aria-disabled=${target.gone ? 'true' : 'false'} aria-pressed=${chosen ? 'true' : 'false'} @click=${() => this.choose(index + 1)}>
        ${keysOff() ? nothing : html`<kbd>${index + 1}</kbd>`}
        <span class="quick-name">${called(target)}${target.name ? html` <span class="quick-number">${spaced(target.number)}</span>` : nothing}</span>
        ${isFavourite(target) ? html`<span class="unseen">${t('quick.favourite')}</span>${icon('starred')}` : nothing}
        ${target.gone ? html`<span class="badge">${t('quick.gone')}</span>` : target.availability ? badge(target) : nothing}
      </button>
    </li>`;
  }
}

customElements.define('st-quick', Quick);
