import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { live } from 'lit/directives/live.js';
import { t } from '../../i18n.js';
import { icon } from './icons.js';
import { Part } from '../part.js';
import { folded, matches } from './words.js';

const SHOWN = 30;

/** Chooses some of many: the chosen ones above, a search and the first matches below. */
class Picker extends Part {
  static properties = { field: {}, options: {}, value: {}, described: {}, search: { state: true } };

  constructor() {
    super();
    this.search = '';
  }

  render() {
    const known = new Map(this.options.map((each) => [each.value, each.label]));
    const found = this.options.filter((each) => matches(folded(`${each.label} ${each.value}`), this.search));
    return html`${this.value.length ? this.#chosen(known) : html`<p class="quiet">${t('admin.picker.none')}</p>`}
      <input id=${this.field} type="search" autocomplete="off" aria-label=${t('admin.picker.search')} placeholder=${t('admin.picker.search')} aria-describedby=${this.described ?? nothing} @input=${(event) => (this.search = event.target.value)} @keydown=${this.#key} />
      <div class="checks picker-list">
        ${repeat(
          found.slice(0, SHOWN),
          (each) => each.value,
          (each) => html`<label class="check">
            <input type="checkbox" value=${each.value} .checked=${live(this.value.includes(each.value))} @change=${(event) => this.#change(each.value, event.target.checked)} />
            <bdi>${each.label}</bdi>
          </label>`,
        )}
      </div>
      <p class="hint" role="status">${this.#count(found.length)}</p>`;
  }

  #chosen(known) {
    return html`<ul class="chips" aria-label=${t('admin.picker.chosen')}>
      ${this.value.map(
        (each) => html`<li><button type="button" class="chip" aria-label=${t('admin.picker.drop', { name: known.get(each) ?? each })} @click=${() => this.#drop(each)}><bdi>${known.get(each) ?? each}</bdi>${icon('close')}</button></li>`,
      )}
    </ul>`;
  }

  #count(found) {
    if (found === 0) {
      return t('admin.picker.no-match');
    }
    return found > SHOWN ? t('admin.picker.more', { shown: SHOWN, count: found }) : nothing;
  }

  #change(value, on) {
    this.dispatchEvent(new CustomEvent('changed', { detail: { value, on } }));
  }

  #drop(value) {
    this.#change(value, false);
    this.focusOn(`#${this.field}`);
  }

  /** Enter in the search chooses a single match and never sends the form. */
  #key(event) {
    if (event.key === 'Enter') {
      event.preventDefault();
      const boxes = this.querySelectorAll('.picker-list input');
      if (boxes.length === 1) {
        this.querySelector('.picker-list input').click();
      }
    }
  }
}

customElements.define('st-admin-picker', Picker);
