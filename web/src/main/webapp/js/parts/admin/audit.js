import { html, nothing } from 'lit';
import { get } from '../../api.js';
import { has, t } from '../../i18n.js';
import { pager } from '../blocks.js';
import { Part } from '../part.js';
import { differences } from './differences.js';
import { frame } from './frame.js';
import { table } from './table.js';
import { count, moment } from './words.js';

const SUBJECTS = ['agent', 'user', 'inbound-number', 'team', 'tariff', 'policy', 'setting', 'directory'];
/** The server's pages. */
const SIZE = 50;
const TYPING = 250;

/** Who changed what, newest first: of each change only the fields that differ. */
class Audit extends Part {
  static properties = { found: { state: true }, page: { state: true }, actor: { state: true }, subject: { state: true }, problem: { state: true } };
  #asked = 0;
  #timer = 0;

  constructor() {
    super();
    this.page = 0;
    this.actor = '';
    this.subject = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #load() {
    const mine = ++this.#asked;
    const asked = new URLSearchParams({ page: String(this.page) });
    ['actor', 'subject'].filter((each) => this[each]).forEach((each) => asked.set(each, this[each]));
    try {
      const found = await get(`/admin/audit?${asked}`);
      if (mine === this.#asked) {
        this.found = found;
        this.problem = null;
      }
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return frame({ id: 'audit', problem: this.problem }, html`${this.#tools()}${this.found ? this.#changes() : nothing}`);
  }

  #tools() {
    return html`<div class="admin-tools">
      <div class="field"><label for="audit-actor">${t('admin.field.actor')}</label><input id="audit-actor" type="search" placeholder=${t('admin.field.username')} autocomplete="off" autocapitalize="none" @input=${({ target }) => this.#filter({ actor: target.value.trim() }, TYPING)} /></div>
      <div class="field">
        <label for="audit-subject">${t('admin.field.subject')}</label>
        <select id="audit-subject" @change=${({ target }) => this.#filter({ subject: target.value }, 0)}>
          <option value="">${t('admin.audit.all')}</option>
          ${SUBJECTS.map((each) => html`<option value=${each}>${t(`admin.subject.${each}`)}</option>`)}
        </select>
      </div>
      <p role="status" class="quiet">${this.found ? t('admin.audit.count', { count: count(this.found.total) }) : nothing}</p>
    </div>`;
  }

  #changes() {
    const { changes, total, page } = this.found;
    if (changes.length === 0) {
      return html`<p class="empty">${t(this.actor || this.subject ? 'admin.audit.no-match' : 'admin.audit.empty')}</p>`;
    }
    return html`${table({ caption: t('screen.audit'), rows: changes, key: (each) => each, columns: COLUMNS })}
    ${total > SIZE ? pager({ page, size: SIZE, total, go: (chosen) => this.#filter({ page: chosen }, 0) }) : nothing}`;
  }

  #filter(fields, wait) {
    Object.assign(this, { page: 0 }, fields);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#load(), wait);
  }
}

const COLUMNS = [
  { name: 'at', label: 'admin.field.at', value: (each) => moment(each.at), head: true },
  { name: 'actor', label: 'admin.field.actor', value: (each) => each.actor },
  { name: 'action', label: 'admin.field.action', value: (each) => each.action, cell: (each) => html`<span class="badge action-${each.action}">${t(`admin.action.${each.action}`)}</span>` },
  { name: 'subject', label: 'admin.field.subject', value: (each) => each.subject, cell: ({ subject, id }) => html`${word(`admin.subject.${subject}`, subject)} <strong><bdi>${id}</bdi></strong>` },
  { name: 'changes', label: 'admin.field.changes', value: () => '', cell: differing },
];

function differing({ before, after }) {
  return html`<dl class="differences">
    ${differences(before, after).map(
      ({ name, before, after }) => html`<div><dt>${word(`admin.field.${name}`, name)}</dt><dd>${before === undefined ? nothing : html`<del><bdi>${before}</bdi></del>`} ${after === undefined ? nothing : html`<ins><bdi>${after}</bdi></ins>`}</dd></div>`,
    )}
  </dl>`;
}

function word(key, name) {
  return has(key) ? t(key) : name;
}

customElements.define('st-admin-audit', Audit);
