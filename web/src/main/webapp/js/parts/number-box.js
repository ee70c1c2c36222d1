import { html, nothing } from 'lit';
import { has, money, problemText, t } from '../i18n.js';
import { get } from '../api.js';
import { Part, spaced } from './part.js';
import { icon } from './icons.js';

const TYPING = 180;

/** A typed or pasted number, with what it is, what it costs and whether it is allowed, shown at once. */
class NumberBox extends Part {
  static properties = { typed: { state: true }, looked: { state: true }, checking: { state: true }, confirmed: { state: true }, problem: { state: true } };
  #timer = 0;
  #asked = 0;

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    return html`<label class="step-title" for="number">${t('number.label')}</label>
      <input id="number" class="number" type="tel" maxlength="128" autocomplete="off" aria-describedby="number-hint number-fact" @input=${this.#typing} @keydown=${this.#key} />
      <p id="number-hint" class="hint">${t('number.hint')}</p>
      <div id="number-fact" role="status">${this.#fact()}</div>
      ${this.looked?.class === 'EMERGENCY' ? this.#emergency() : nothing}`;
  }

  #fact() {
    if (this.problem) {
      return html`<p class="fact">${problemText(this.problem)}</p>`;
    }
    if (!this.looked) {
      return this.checking ? html`<p class="fact quiet">${t('number.checking')}</p>` : nothing;
    }
    const { display, class: kind, allowed } = this.looked;
    return html`<p class="fact ${allowed ? 'fact-ok' : 'fact-no'} fact-${kind}">
      ${icon(allowed && kind !== 'EMERGENCY' ? 'check' : 'warning')}
      <span class="fact-kind">${t(`number.class.${kind}`)}</span>
      ${kind === 'INVALID' ? nothing : html`<span class="fact-number">${spaced(display)}</span>`} ${this.#price()}
      ${allowed ? nothing : html`<span class="fact-why">${kind === 'INVALID' ? nothing : html`<strong>${t('number.refused')}.</strong>`} ${t(this.#why())}</span>`}
    </p>`;
  }

  #price() {
    const { pricePerMinute, chargedSeparately } = this.looked;
    return html`${pricePerMinute ? html`<span class="badge charged">${t('number.price', { price: money(pricePerMinute) })}</span>` : nothing}
    ${chargedSeparately ? html`<span class="badge charged">${icon('euro')}${t('number.charged')}</span>` : nothing}`;
  }

  /** The key of the words that say why not. */
  #why() {
    const { class: kind, reason } = this.looked;
    const known = [`number.why.${reason}`, `number.why.${kind}`].find(has);
    return known ?? 'number.why.other';
  }

  #emergency() {
    return html`<div class="emergency" role="group" aria-labelledby="emergency-title">
      <h3 id="emergency-title">${icon('warning')}${t('emergency.title')}</h3>
      <p>${t('emergency.text')}</p>
      <label class="check"><input type="checkbox" name="confirmed" .checked=${Boolean(this.confirmed)} @change=${this.#confirm} /><span>${t('emergency.confirm')}</span></label>
    </div>`;
  }

  #typing(event) {
    this.typed = event.target.value.trim();
    this.looked = null;
    this.problem = null;
    this.confirmed = false;
    this.checking = Boolean(this.typed);
    this.#asked++;
    clearTimeout(this.#timer);
    this.#tell();
    if (this.typed) {
      this.#timer = setTimeout(() => this.#look(), TYPING);
    }
  }

  async #look() {
    const mine = ++this.#asked;
    try {
      const looked = await get(`/numbers/${encodeURIComponent(this.typed)}`);
      if (mine === this.#asked) {
        this.looked = looked;
      }
    } catch (problem) {
      this.problem = problem;
    }
    if (mine === this.#asked) {
      this.checking = false;
      this.#tell();
    }
  }

  #confirm(event) {
    this.confirmed = event.target.checked;
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new CustomEvent('target', { detail: this.looked ? this.#asTarget() : null }));
  }

  #asTarget() {
    const emergency = this.looked.class === 'EMERGENCY';
    const refused = emergency && this.looked.allowed && !this.confirmed ? 'emergency.unconfirmed' : null;
    return {
      name: this.looked.display,
      order: { type: 'NUMBER', number: this.typed },
      confirmed: emergency && this.confirmed,
      refused: this.looked.allowed ? refused : this.#why(),
      blindRefused: emergency ? 'method.blind.emergency' : null,
    };
  }

  #key(event) {
    if (event.key === 'Enter' && !event.repeat && this.looked) {
      event.preventDefault();
      if (this.looked.class === 'EMERGENCY' && !this.confirmed) {
        this.focusOn('input[name=confirmed]');
      } else if (this.looked.allowed) {
        this.dispatchEvent(new Event('done'));
      }
    }
  }
}

customElements.define('st-number-box', NumberBox);
