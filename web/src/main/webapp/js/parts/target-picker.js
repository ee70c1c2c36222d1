import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { problemText, t } from '../i18n.js';
import { TargetList, choiceOf } from '../targets.js';
import { store } from '../store.js';
import { Part, spaced } from './part.js';
import { icon } from './icons.js';
import { answered, badge, queue } from './reach.js';

/**
 * A target from the directory: a search box and a list of options below it (ARIA combobox with a listbox). Which one is
 * chosen is the panel's to say; this part tells it `target`, `done` when the next step is due, and `known` with what is new of it.
 */
class TargetPicker extends Part {
  static properties = { type: { attribute: false }, chosen: { attribute: false }, query: { state: true }, at: { state: true } };
  #list = new TargetList(() => this.#came());
  #entered = false;

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#list.close();
  }

  willUpdate(changed) {
    if (changed.has('type')) {
      this.query = '';
      this.at = -1;
      this.#entered = false;
      this.#list.open(this.type);
    }
    if (changed.has('chosen') && this.chosen) {
      this.#entered = false;
    }
  }

  render() {
    const targets = this.#list.targets;
    return html`<label class="step-title" for="target-search">${t('transfer.target')}</label>
      <div class="search">
        ${icon('search')}
        <input
          id="target-search"
          type="search"
          role="combobox"
          autocomplete="off"
          spellcheck="false"
          aria-expanded="true"
          aria-controls="target-list"
          aria-autocomplete="list"
          aria-activedescendant=${targets[this.at] ? `target-${this.at}` : nothing}
          placeholder=${t(`target.search.${this.type}`)}
          .value=${this.query}
          @input=${(event) => this.search(event.target.value)}
          @keydown=${this.#key}
        />
      </div>
      <ul id="target-list" class="targets" role="listbox" aria-label=${t('target.list')}>
        ${repeat(targets, (each) => each.id, (each, index) => this.#option(each, index))}
      </ul>
      <p class="hint" role="status">${this.#hint(targets)}</p>`;
  }

  /** Types on from here: the box has the focus then. */
  search(text) {
    this.query = text;
    this.at = text ? 0 : -1;
    this.#entered = false;
    this.#tell(null);
    this.#list.search(text);
  }

  /** A click leaves the focus where it is, for the panel moves it on. */
  #option(target, index) {
    return html`<li
      id="target-${index}"
      role="option"
      class=${index === this.at ? 'target current' : 'target'}
      aria-selected=${this.chosen === target.id ? 'true' : 'false'}
      @mousedown=${(event) => event.preventDefault()}
      @click=${() => this.#choose(index)}
    >
      <bdi class="target-name">${target.name}</bdi>
      ${badge(target)}
      <span class="target-facts">${spaced(target.number)}${target.team ? html`<bdi class="target-team">${target.team}</bdi>` : nothing}${queue(target)}${answered(target)}</span>
    </li>`;
  }

  #hint(targets) {
    if (this.#list.problem) {
      return problemText(this.#list.problem);
    }
    if (this.#list.loading && !targets.length) {
      return t('target.loading');
    }
    return targets.length ? nothing : t('target.none');
  }

  #key(event) {
    const last = this.#list.targets.length - 1;
    const moves = { ArrowDown: Math.min(this.at + 1, last), ArrowUp: Math.max(this.at - 1, 0), PageDown: Math.min(this.at + 6, last), PageUp: Math.max(this.at - 6, 0) };
    if (event.key in moves && last >= 0) {
      event.preventDefault();
      this.at = moves[event.key];
      this.updateComplete.then(() => this.querySelector('.current')?.scrollIntoView({ block: 'nearest' }));
    }
    if (event.key === 'Enter' && !event.repeat) {
      event.preventDefault();
      this.#enter();
    }
    if (event.key === 'Escape' && this.query) {
      event.preventDefault();
      event.stopPropagation();
      this.search('');
    }
  }

  /**
   * Who types fast is ahead of the list: what Enter means is settled when the list for the typed text is there, unless it
   * fails or somebody is chosen in another way. After a failure Enter asks again.
   */
  #enter() {
    this.#entered = !this.#list.settled;
    if (this.#entered && this.#list.problem) {
      this.#list.search(this.query);
    } else if (!this.#entered) {
      this.#choose(this.at < 0 && this.#list.targets.length === 1 ? 0 : this.at);
    }
  }

  #came() {
    this.requestUpdate();
    this.#entered &&= !this.#list.problem;
    const known = this.#list.targets.find((each) => each.id === this.chosen);
    if (known) {
      this.dispatchEvent(new CustomEvent('known', { detail: choiceOf(known, store.presence) }));
    }
    if (this.#entered && this.#list.settled) {
      this.#enter();
    }
  }

  /** What was typed stays, so that the list does not jump. */
  #choose(index) {
    this.#entered = false;
    const target = this.#list.targets[index];
    if (target) {
      this.at = index;
      this.#tell(choiceOf(target, store.presence));
      this.dispatchEvent(new Event('done'));
    }
  }

  #tell(choice) {
    this.dispatchEvent(new CustomEvent('target', { detail: choice }));
  }
}

customElements.define('st-target-picker', TargetPicker);
