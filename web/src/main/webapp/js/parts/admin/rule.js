import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { get, put, remove } from '../../api.js';
import { has, problemText, t } from '../../i18n.js';
import { Part } from '../part.js';
import { lastChange } from './who.js';
import { errorText } from './words.js';

/** One setting: its value, what is allowed, where it comes from, and the way back to the environment's. */
class Rule extends Part {
  static properties = { setting: {}, typed: { state: true }, problem: { state: true }, said: { state: true }, busy: { state: true } };

  render() {
    const { name, source } = this.setting;
    const id = `rule-${name}`;
    return html`<form class="card rule" novalidate @submit=${this.#save} aria-labelledby="${id}-name">
      <div class="rule-about">
        <label id="${id}-name" for=${id}>${word(name)}</label>
        <p class="hint" id="${id}-hint">${this.#range()}</p>
      </div>
      <div class="rule-value">${this.#input(id)}${this.#unit()}</div>
      <span class="badge source-${source}">${t(`admin.source.${source}`)}</span>
      <div class="rule-do">
        <button class=${this.#changed() ? 'primary' : ''} aria-disabled=${this.#changed() && !this.busy ? 'false' : 'true'}>${t('admin.save')}</button>
        ${source === 'ADMIN' ? html`<button type="button" @click=${this.#back}>${t('admin.rules.back')}</button>` : nothing}
      </div>
      <p class="field-error" id="${id}-error" role="alert">${this.problem ? refusal(this.problem) : nothing}</p>
      <p class="said" role="status">${this.said ?? nothing}</p>
    </form>`;
  }

  #input(id) {
    const { name, value, choices } = this.setting;
    const described = `${id}-hint ${id}-error`;
    const invalid = this.problem ? 'true' : nothing;
    if (choices?.length) {
      return html`<select id=${id} aria-describedby=${described} aria-invalid=${invalid} @change=${this.#typing}>
        ${choices.map((each) => html`<option value=${each} .selected=${each === this.#value()}>${word(name, each)}</option>`)}
      </select>`;
    }
    const number = typeof value === 'number';
    return html`<input id=${id} class=${number ? '' : 'words'} inputmode=${number ? 'numeric' : 'text'} autocomplete="off" size=${number ? 4 : 24} aria-describedby=${described} aria-invalid=${invalid} .value=${live(this.#value())} @input=${this.#typing} />`;
  }

  #unit() {
    const { unit } = this.setting;
    return unit ? html`<span class="unit">${t(`admin.unit.${unit.toLowerCase()}`)}</span>` : nothing;
  }

  #range() {
    const { name, least, most } = this.setting;
    const hint = `admin.setting.hint.${name}`;
    return html`${has(hint) ? t(hint) : nothing} ${least === null || least === undefined ? nothing : t('admin.rules.range', { least, most })}`;
  }

  #value() {
    return this.typed ?? String(this.setting.value);
  }

  #changed() {
    return this.#value() !== String(this.setting.value);
  }

  #typing(event) {
    this.typed = event.target.value;
    this.problem = null;
    this.said = null;
  }

  #save(event) {
    event.preventDefault();
    if (this.#changed()) {
      const { name, value, version } = this.setting;
      const typed = this.#value().trim();
      const sent = typeof value === 'number' && /^\d+$/.test(typed) ? Number(typed) : typed;
      this.#send(() => put(`/admin/settings/${name}`, { value: sent, version }), 'admin.rules.saved');
    }
  }

  #back() {
    this.#send(() => remove(`/admin/settings/${this.setting.name}`), 'admin.rules.returned');
  }

  async #send(work, done) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      const saved = await work();
      this.#take(saved?.name ? saved : await this.#fresh());
      this.typed = undefined;
      this.said = t(done, { value: word(this.setting.name, this.setting.value) });
    } catch (problem) {
      await this.#refused(problem);
    } finally {
      this.busy = false;
    }
  }

  /** The list is the page's: it hands the same setting down again whenever it draws. */
  #take(setting) {
    this.setting = setting;
    this.dispatchEvent(new CustomEvent('changed', { detail: setting }));
  }

  async #refused(problem) {
    this.problem = problem;
    if (problem.code === 'stale') {
      this.typed = this.#value();
      this.#take(await this.#fresh());
      const who = await lastChange({ subject: 'setting' }, this.setting.name);
      this.said = t('admin.rules.now', { value: word(this.setting.name, this.setting.value), actor: who ? `${who.actor}, ${who.at}` : '–' });
    }
    this.focusOn('input, select');
  }

  async #fresh() {
    const settings = await get('/admin/settings');
    return settings.find(({ name }) => name === this.setting.name);
  }
}

/** The words of a setting, or of one of its values; a name that nobody has words for is shown as it is. */
function word(name, value) {
  const key = value === undefined ? `admin.setting.${name}` : `admin.setting.${name}.${value}`;
  return has(key) ? t(key) : String(value ?? name);
}

function refusal(problem) {
  return problem.errors.length ? problem.errors.map(errorText).join(' ') : problemText(problem);
}

customElements.define('st-admin-rule', Rule);
