import { html, nothing } from 'lit';
import { get, remove } from '../../api.js';
import { has, problemText, t } from '../../i18n.js';
import { pager } from '../blocks.js';
import { Part } from '../part.js';
import { frame } from './frame.js';
import { icon } from './icons.js';
import { count, errorText, folded, inOrder, isolated, matches } from './words.js';
import { table } from './table.js';
import './form.js';
import './confirm.js';

const PAGE = 50;

/**
 * What a page of this kind is about.
 *
 * @typedef {object} Schema
 * @property {string} id the screen's, and the prefix of its words: `admin.<id>.…`
 * @property {string} path its REST, below /api
 * @property {string} subject its things in the audit
 * @property {string} key the field that names a thing in its address
 * @property {(thing: any) => string} name a thing in a sentence
 * @property {import('./table.js').Column[]} columns
 * @property {import('./fields.js').Field[]} fields
 * @property {boolean} [together] whether a change of one thing changes others of them: all are read again after it
 * @property {() => Promise<void>} [prepare] reads what the fields' options need
 */

/**
 * A list of one kind of thing, to search, sort, add to, change and delete from. A page of its own gives the `schema`, and
 * may have more to say in `extras()`.
 */
export class Resource extends Part {
  static properties = {
    arg: {},
    things: { state: true },
    problem: { state: true },
    search: { state: true },
    sort: { state: true },
    page: { state: true },
    editing: { state: true },
    doomed: { state: true },
    said: { state: true },
  };
  #folded = new WeakMap();
  #loading = null;

  constructor() {
    super();
    this.search = '';
    this.page = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.sort = { name: this.schema.columns.find((each) => each.head).name, down: false };
    this.load().then(() => this.#openArg());
  }

  load() {
    this.#loading = this.#read();
    return this.#loading;
  }

  async #read() {
    try {
      const [things] = await Promise.all([get(this.schema.path), this.schema.prepare?.()]);
      this.things = things;
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    const { id } = this.schema;
    const add = html`<button type="button" class="primary" @click=${() => this.#edit({})}>${icon('plus')}${t(`admin.${id}.add`)}</button>`;
    return frame(
      { id, said: this.said, problem: this.problem, tool: add, again: () => this.load() },
      html`${this.extras()}${this.things ? this.#list() : nothing}${this.things || this.problem ? nothing : html`<p class="quiet" role="status">${t('admin.loading')}</p>`}${this.#dialogs()}`,
    );
  }

  /** More tools of a page. */
  extras() {
    return nothing;
  }

  #list() {
    const { id } = this.schema;
    if (this.things.length === 0) {
      return html`<div class="empty"><h2>${t(`admin.${id}.empty`)}</h2><p class="lead">${t(`admin.${id}.empty.lead`)}</p></div>`;
    }
    const found = this.#found();
    const last = Math.max(0, Math.ceil(found.length / PAGE) - 1);
    const page = Math.min(this.page, last);
    return html`<div class="admin-tools">
        <label class="unseen" for="admin-search">${t(`admin.${id}.search`)}</label>
        <input id="admin-search" type="search" autocomplete="off" placeholder=${t(`admin.${id}.search`)} .value=${this.search} @input=${this.#search} />
        <p role="status" class="quiet">${t('admin.count', { shown: count(found.length), count: count(this.things.length) })}</p>
      </div>
      ${found.length ? this.#table(found.slice(page * PAGE, (page + 1) * PAGE)) : html`<p class="empty">${t('admin.no-match', { search: this.search })}</p>`}
      ${found.length > PAGE ? pager({ page, size: PAGE, total: found.length, go: (chosen) => (this.page = chosen) }) : nothing}`;
  }

  #table(rows) {
    const { columns, key, id } = this.schema;
    const head = (column) => (column.head ? { ...column, cell: (row) => this.#opener(column, row) } : column);
    return table({
      caption: t(`screen.${id}`),
      columns: columns.map(head),
      rows,
      key: (row) => row[key],
      sort: this.sort,
      onSort: (name) => this.#sortBy(name),
      actions: (row) => html`<button type="button" class="flat danger quiet" aria-label=${t('admin.delete.of', { name: this.schema.name(row) })} @click=${() => (this.doomed = row)}>${icon('bin')}<span>${t('admin.delete')}</span></button>`,
    });
  }

  #opener(column, row) {
    return html`<button type="button" class="flat opener" @click=${() => this.#edit({ thing: row })}><bdi>${column.value(row)}</bdi></button>`;
  }

  #found() {
    const { value } = this.schema.columns.find((each) => each.name === this.sort.name);
    const found = this.things.filter((each) => matches(this.#haystack(each), this.search));
    found.sort((one, other) => inOrder(value(one), value(other)) * (this.sort.down ? -1 : 1));
    return found;
  }

  #haystack(thing) {
    if (!this.#folded.has(thing)) {
      this.#folded.set(thing, folded(this.schema.columns.map((each) => each.value(thing)).join(' ')));
    }
    return this.#folded.get(thing);
  }

  #dialogs() {
    return html`${this.editing
      ? html`<st-admin-form .schema=${this.schema} .thing=${this.editing.thing} @saved=${this.#saved} @closed=${() => (this.editing = null)}></st-admin-form>`
      : nothing}
    ${this.doomed ? this.#question(this.doomed) : nothing}`;
  }

  #question(thing) {
    const { id, name } = this.schema;
    return html`<st-admin-confirm
      .heading=${t('admin.delete.title', { name: isolated(name(thing)) })}
      .lead=${t(`admin.${id}.delete`, thing)}
      .action=${t('admin.delete')}
      .work=${() => this.#delete(thing)}
      .refusal=${(problem) => this.#refusal(problem)}
      @done=${() => this.#deleted(thing)}
      @closed=${() => (this.doomed = null)}
    ></st-admin-confirm>`;
  }

  #refusal(problem) {
    const key = `admin.${this.schema.id}.${problem.code}`;
    return has(key) ? t(key) : problem.errors.map(errorText).join(' ') || problemText(problem);
  }

  /** What is gone already is what was wanted. */
  async #delete(thing) {
    try {
      await remove(`${this.schema.path}/${encodeURIComponent(thing[this.schema.key])}`);
    } catch (problem) {
      if (problem.status !== 404) {
        throw problem;
      }
    }
  }

  #deleted(thing) {
    this.things = this.things.filter((each) => each !== thing);
    this.said = t('admin.deleted', { name: isolated(this.schema.name(thing)) });
    this.doomed = null;
    this.focusOn('h1');
  }

  #saved({ detail }) {
    const { key, name } = this.schema;
    const before = this.editing.thing;
    const others = this.things.filter((each) => each !== before && each[key] !== detail?.[key]);
    this.said = t(before ? 'admin.changed' : 'admin.added', { name: isolated(name(detail)) });
    this.things = [...others, detail];
    if (this.schema.together) {
      this.load();
    }
  }

  /** Not before everything is there: a form's choices come with the list. */
  async #edit(editing) {
    await this.#loading;
    this.said = null;
    this.editing = editing;
  }

  /** The address may name the thing to open. */
  #openArg() {
    const thing = this.arg && this.things?.find((each) => String(each[this.schema.key]) === this.arg);
    if (thing) {
      this.#edit({ thing });
    }
  }

  #search(event) {
    this.search = event.target.value;
    this.page = 0;
  }

  #sortBy(name) {
    this.sort = { name, down: this.sort.name === name && !this.sort.down };
    this.page = 0;
  }
}
