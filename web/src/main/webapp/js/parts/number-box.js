import { html, nothing } from 'lit';
import { has, problemText, t } from '../i18n.js';
import { get } from '../api.js';
import { Part, spaced } from './part.js';
import { icon } from './icons.js';
import { price } from './price.js';

const TYPING = 180;

/**
 * A typed or pasted number, with what it is, what it costs and whether it is allowed, shown at once. Tells the panel
 * `target`, and `done` when the next step is due.
 */
class NumberBox extends Part {
  static properties = {
    start: { attribute: false },
    looked: { state: true },
    checking: { state: true },
    confirmed: { state: true },
    problem: { state: true },
  };
  #typed = '';
  #entered = false;
  #timer = 0;
  #asked = 0;

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** What to begin with: a text that was pasted, or a target of before, with which the next step is due at once. */
  updated(changed) {
    if (changed.has('start') && this.start) {
      this.querySelector('#number').value = this.start.number;
      this.#take(this.start.number, 0);
      this.#entered = this.start.go;
    }
  }

  render() {
    return html`<label class="step-title" for="number">${t('number.label')}</label>
      <input id="number" class="number" type="tel" maxlength="128" autocomplete="off" aria-describedby="number-hint number-fact" @input=${(event) => this.#take(event.target.value, TYPING)} @keydown=${this.#key} />
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
      ${kind === 'INVALID' ? nothing : html`<span class="fact-number">${spaced(display)}</span>`} ${price(this.looked)} ${allowed ? nothing : this.#refusal(kind)}
    </p>`;
  }

  /** Why not, and who could change that; only the typist can change a number that is none. */
  #refusal(kind) {
    return html`<span class="fact-why"
      >${kind === 'INVALID' ? nothing : html`<strong>${t('number.refused')}.</strong>`} ${t(this.#why())}
      ${kind === 'INVALID' ? nothing : html`<span class="fact-ask">${this.looked.whomToAsk ? html`<bdi>${this.looked.whomToAsk}</bdi>` : t('number.ask')}</span>`}</span
    >`;
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
      <label class="check"><input type="checkbox" name="confirmed" .checked=${Boolean(this.confirmed)} @change=${this.#confirm} @keydown=${this.#key} /><span>${t('emergency.confirm')}</span></label>
    </div>`;
  }

  #take(text, wait) {
    this.#typed = text.trim();
    this.#entered = false;
    this.looked = null;
    this.problem = null;
    this.confirmed = false;
    this.checking = Boolean(this.#typed);
    this.#asked++;
    clearTimeout(this.#timer);
    this.#tell();
    if (this.#typed) {
      this.#timer = setTimeout(() => this.#look(), wait);
    }
  }

  async #look() {
    const mine = ++this.#asked;
    try {
      const looked = await get(`/numbers/${encodeURIComponent(this.#typed)}`);
      if (mine === this.#asked) {
        this.looked = looked;
      }
    } catch (problem) {
      this.problem = mine === this.#asked ? problem : null;
    }
    if (mine === this.#asked) {
      this.checking = false;
      this.#tell();
      this.#entered && this.#next();
    }
  }

  #confirm(event) {
    this.confirmed = event.target.checked;
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new CustomEvent('target', { detail: this.looked ? this.#asChoice() : null }));
  }

  #asChoice() {
    const { allowed, display, class: kind, chargedSeparately } = this.looked;
    const emergency = kind === 'EMERGENCY';
    const refused = emergency && allowed && !this.confirmed ? 'emergency.unconfirmed' : null;
    return {
      name: display,
      order: { type: 'NUMBER', number: this.#typed },
      confirmed: emergency && this.confirmed,
      refused: allowed ? refused : this.#why(),
      blindRefused: emergency ? 'method.blind.emergency' : null,
      secondLook: chargedSeparately,
      takesNote: kind === 'INTERNAL',
      number: this.looked,
      target: emergency ? null : { type: 'NUMBER', number: this.#typed },
    };
  }

  /** Who types fast is ahead of the look-up: Enter then waits for it, and asks again after one that failed. */
  #key(event) {
    if (event.key === 'Enter' && !event.repeat) {
      event.preventDefault();
      this.looked || this.checking || this.#take(this.#typed, 0);
      this.#entered = !this.looked;
      this.looked && this.#next();
    }
  }

  #next() {
    this.#entered = false;
    if (this.looked?.class === 'EMERGENCY' && !this.confirmed) {
      this.focusOn('input[name=confirmed]');
    } else if (this.looked?.allowed) {
      this.dispatchEvent(new Event('done'));
    }
  }
}

customElements.define('st-number-box', NumberBox);
