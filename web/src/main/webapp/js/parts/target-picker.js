import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { problemText, t } from '../i18n.js';
import { TargetList } from '../targets.js';
import { store } from '../store.js';
import { Part, spaced } from './part.js';
import { icon } from './icons.js';

/** A target from the directory: a search box and a list of options below it (ARIA combobox with a listbox). */
class TargetPicker extends Part {
  static properties = { type: { attribute: false }, query: { state: true }, at: { state: true }, chosen: { state: true } };
  #list = new TargetList(() => this.requestUpdate());

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#list.close();
  }

  willUpdate(changed) {
    if (changed.has('type')) {
      this.query = '';
      this.at = -1;
      this.chosen = null;
      this.#list.open(this.type);
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
          @input=${this.#search}
          @keydown=${this.#key}
        />
      </div>
      <ul id="target-list" class="targets" role="listbox" aria-label=${t('target.list')}>
        ${repeat(targets, (each) => each.id, (each, index) => this.#option(each, index))}
      </ul>
      <p class="hint" role="status">${this.#hint(targets)}</p>`;
  }

  #option(target, index) {
    const availability = this.#list.availability(target, store.presence);
    return html`<li
      id="target-${index}"
      role="option"
      class=${index === this.at ? 'target current' : 'target'}
      aria-selected=${this.chosen === target.id ? 'true' : 'false'}
      @click=${() => this.#choose(index)}
      @dblclick=${() => this.#done()}
    >
      <bdi class="target-name">${target.name}</bdi>
      <span class="target-number">${spaced(target.number)}</span>
      ${target.waiting ? html`<span class="target-waiting">${t('target.waiting', { count: target.waiting })}</span>` : nothing}
      <span class="badge presence-${availability}">${t(`availability.${availability}`)}</span>
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

  #search(event) {
    this.query = event.target.value;
    this.at = this.query ? 0 : -1;
    this.#choose(-1);
    this.#list.search(this.query);
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
      this.#choose(this.at < 0 && last === 0 ? 0 : this.at);
      this.#done();
    }
  }

  /** Choosing tells the panel; what was typed stays, so that the list does not jump. */
  #choose(index) {
    const target = this.#list.targets[index];
    if (index >= 0) {
      this.at = index;
    }
    this.chosen = target?.id ?? null;
    this.dispatchEvent(new CustomEvent('target', { detail: target ? this.#asTarget(target) : null }));
  }

  #asTarget(target) {
    const offline = this.type === 'AGENT' && this.#list.availability(target, store.presence) === 'OFFLINE';
    return {
      name: target.name,
      order: { type: this.type, id: target.id },
      blindRefused: offline ? 'method.blind.offline' : null,
    };
  }

  #done() {
    if (this.chosen) {
      this.dispatchEvent(new Event('done'));
    }
  }
}

customElements.define('st-target-picker', TargetPicker);
