import { html, nothing } from 'lit';
import { get, post, put } from '../../api.js';
import { problemText, t } from '../../i18n.js';
import { modal } from '../blocks.js';
import { Part } from '../part.js';
import { icon } from './icons.js';
import { bodyOf, draftOf, rebased, touched } from './draft.js';
import { fieldset } from './fields.js';
import { failure } from './frame.js';
import { lastChange } from './who.js';
import { errorText } from './words.js';

/**
 * The form of one thing, in a dialog. Tells `saved` (detail: the thing as the server has it now) and `closed`. What is
 * wrong stands at its field; the browser's own checks are asked for what they know (required, pattern), all others are
 * the server's.
 */
class Form extends Part {
  static properties = {
    schema: {},
    thing: {},
    base: { state: true },
    draft: { state: true },
    errors: { state: true },
    problem: { state: true },
    theirs: { state: true },
    stale: { state: true },
    leaving: { state: true },
    busy: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    this.base = this.thing;
    this.draft = draftOf(this.schema.fields, this.thing);
    this.errors = [];
    this.theirs = {};
  }

  render() {
    const { id, name } = this.schema;
    return html`<dialog class="sheet" ${modal()} aria-labelledby="form-title" @cancel=${this.#leave} @close=${this.#closed}>
      <form novalidate autocomplete="off" @submit=${this.#save} aria-busy=${this.busy ? 'true' : 'false'}>
        <div class="sheet-head">
          <h2 id="form-title">${this.thing ? html`<bdi>${name(this.thing)}</bdi>` : t(`admin.${id}.add`)}</h2>
          <button type="button" class="flat round" aria-label=${t('admin.close')} @click=${this.#leave}>${icon('close')}</button>
        </div>
        <div class="sheet-body">
          <div role="alert">${this.#says()}</div>
          ${this.schema.fields.map((field, index) => this.#field(field, index))}
        </div>
        <div class="sheet-foot">${this.leaving ? this.#question() : this.#buttons()}</div>
      </form>
    </dialog>`;
  }

  #field(field, index) {
    const { name } = field;
    return fieldset(field, {
      screen: this.schema.id,
      value: this.draft[name],
      errors: this.#errorsOf(name),
      theirs: this.theirs[name],
      required: Boolean(field.required || (field.newRequired && !this.thing)),
      fixed: Boolean(this.thing && field.fixed),
      first: index === (this.thing && this.schema.fields[0].fixed ? 1 : 0),
      secretKept: Boolean(this.thing && field.kind === 'secret' && (!field.keptWhen || this.base[field.keptWhen])),
      change: (value) => this.#change(name, value),
    });
  }

  #says() {
    if (this.stale) {
      return this.#staleText();
    }
    if (this.errors.length) {
      const homeless = this.errors.filter((each) => !this.schema.fields.some(({ name }) => belongs(each, name)));
      return failure(`${t('admin.errors', { count: this.errors.length })} ${homeless.map(errorText).join(' ')}`);
    }
    return this.problem ? failure(problemText(this.problem)) : nothing;
  }

  #staleText() {
    const { newer, who } = this.stale;
    if (!newer) {
      return failure(t('admin.stale.gone'));
    }
    return failure(html`<p>${t(who ? 'admin.stale.by' : 'admin.stale.somebody', who ?? {})} ${t('admin.stale.lead')}</p>
      <button type="button" class="load-newer" @click=${this.#rebase}>${t('admin.stale.load')}</button>`);
  }

  #buttons() {
    return html`<button class="primary" aria-disabled=${this.busy ? 'true' : 'false'}>${t(this.busy ? 'admin.saving' : 'admin.save')}</button>
      <button type="button" @click=${this.#leave}>${t('admin.cancel')}</button>`;
  }

  #question() {
    return html`<p role="alert">${t('admin.form.unsaved')}</p>
      <button type="button" class="stay" @click=${() => (this.leaving = false)}>${t('admin.form.stay')}</button>
      <button type="button" class="danger quiet" @click=${() => this.querySelector('dialog').close()}>${t('admin.form.discard')}</button>`;
  }

  #errorsOf(name) {
    return this.errors.filter((each) => belongs(each, name));
  }

  #change(name, value) {
    this.draft = { ...this.draft, [name]: value };
    this.errors = this.errors.filter((each) => !belongs(each, name));
  }

  #leave(event) {
    event.preventDefault();
    if (touched(this.schema.fields, this.base, this.draft).length === 0) {
      this.querySelector('dialog').close();
    } else {
      this.leaving = true;
      this.focusOn('.stay');
    }
  }

  #closed() {
    this.dispatchEvent(new Event('closed'));
  }

  async #save(event) {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    this.errors = this.#unfilled();
    if (this.errors.length) {
      this.#toFirstError();
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      const saved = await this.#send();
      this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
      this.querySelector('dialog').close();
    } catch (problem) {
      await this.#refused(problem);
    } finally {
      this.busy = false;
    }
  }

  #send() {
    const { path, key, fields } = this.schema;
    const body = bodyOf(fields, this.base, this.draft);
    return this.thing ? put(`${path}/${encodeURIComponent(this.thing[key])}`, body) : post(path, body);
  }

  /** What the browser itself knows to be missing or misspelt, in the same shape as the server's errors. */
  #unfilled() {
    const inputs = /** @type {any[]} */ ([...this.querySelectorAll('[data-field] input, [data-field] select')]);
    return inputs
      .filter((each) => !each.validity.valid)
      .map((each) => ({ field: each.closest('[data-field]').getAttribute('data-field'), code: each.validity.valueMissing ? 'required' : 'pattern' }));
  }

  async #refused(problem) {
    if (problem.code === 'stale' || (problem.status === 404 && this.thing)) {
      this.stale = await this.#newer();
      await this.focusOn('.load-newer');
      return;
    }
    this.errors = problem.errors ?? [];
    this.problem = problem;
    this.#toFirstError();
  }

  async #newer() {
    const { path, key } = this.schema;
    const things = await get(path).catch(() => []);
    const newer = things.find((each) => each[key] === this.thing[key]);
    return { newer, who: newer && (await lastChange(this.schema, newer[key])) };
  }

  #rebase() {
    const { draft, theirs } = rebased(this.schema.fields, this.base, this.draft, this.stale.newer);
    this.draft = draft;
    this.theirs = theirs;
    this.base = this.stale.newer;
    this.stale = null;
    this.focusOn(Object.keys(theirs).length ? `[data-field=${Object.keys(theirs)[0]}] input` : '.sheet-foot .primary');
  }

  #toFirstError() {
    const first = this.schema.fields.find(({ name }) => this.#errorsOf(name).length);
    this.focusOn(first ? `[data-field=${first.name}] :is(input, select)` : '.sheet-foot .primary');
  }
}

/** An error's field may go on into a list, as members[3]. */
function belongs({ field }, name) {
  return field === name || field?.startsWith(`${name}[`) || field?.startsWith(`${name}.`);
}

customElements.define('st-admin-form', Form);
