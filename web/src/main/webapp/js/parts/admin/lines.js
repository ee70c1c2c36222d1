import { html, nothing } from 'lit';
import { get } from '../../api.js';
import { t, time } from '../../i18n.js';
import { now } from '../../clock.js';
import { Part } from '../part.js';
import { frame } from './frame.js';
import { table } from './table.js';
import { count, folded, inOrder, matches, moment } from './words.js';

const EVERY = 5000;

/** The trunks and the registered phones as they are, looked at again every few seconds while the page is seen. */
class Lines extends Part {
  static properties = { trunks: { state: true }, registrations: { state: true }, problem: { state: true }, at: { state: true }, search: { state: true } };
  #timer = 0;

  constructor() {
    super();
    this.search = '';
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
    if (document.visibilityState === 'visible') {
      await this.#read();
    }
    if (this.isConnected) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#load(), EVERY);
    }
  }

  async #read() {
    try {
      [this.trunks, this.registrations] = await Promise.all([get('/admin/trunks'), get('/admin/registrations')]);
      this.at = now();
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    const lead = html`${t('admin.lines.lead')} ${this.at ? html`<span class="num">${t('admin.lines.at', { time: time(this.at) })}</span>` : nothing}`;
    return frame({ id: 'lines', lead, problem: this.problem }, this.trunks ? html`${this.#trunks()}${this.#phones()}` : nothing);
  }

  #trunks() {
    return html`<h2>${t('admin.lines.trunks')}</h2>
      ${this.trunks.length
        ? table({
            caption: t('admin.lines.trunks'),
            rows: this.trunks,
            key: (each) => each.address,
            columns: [
              { name: 'address', label: 'admin.field.address', value: (each) => each.address, head: true },
              { name: 'state', label: 'admin.field.state', value: (each) => each.state, cell: (each) => html`<span class="badge trunk-${each.state}">${t(`admin.trunk.${each.state}`)}</span>` },
              { name: 'since', label: 'admin.field.since', value: (each) => moment(each.since) },
              { name: 'registered', label: 'admin.field.registered', value: (each) => t(each.registered ? 'admin.yes' : 'admin.no') },
            ],
          })
        : html`<p class="empty">${t('admin.lines.no-trunk')}</p>`}`;
  }

  #phones() {
    const found = this.registrations.filter((each) => matches(folded(`${each.username} ${each.extension} ${each.contact}`), this.search));
    found.sort((one, other) => inOrder(one.username, other.username));
    return html`<h2>${t('admin.lines.phones')}</h2>
      ${this.registrations.length ? this.#registered(found) : html`<p class="empty">${t('admin.lines.no-phone')}</p>`}`;
  }

  #registered(found) {
    return html`<div class="admin-tools">
        <label class="unseen" for="admin-search">${t('admin.lines.search')}</label>
        <input id="admin-search" type="search" autocomplete="off" placeholder=${t('admin.lines.search')} @input=${(event) => (this.search = event.target.value)} />
        <p class="quiet">${t('admin.count', { shown: count(found.length), count: count(this.registrations.length) })}</p>
      </div>
      ${table({
        caption: t('admin.lines.phones'),
        rows: found,
        key: (each) => `${each.username} ${each.contact}`,
        columns: [
          { name: 'username', label: 'admin.field.username', value: (each) => each.username, head: true },
          { name: 'extension', label: 'admin.field.extension', value: (each) => each.extension },
          { name: 'contact', label: 'admin.field.contact', value: (each) => each.contact },
          { name: 'expiresAt', label: 'admin.field.expiresAt', value: (each) => moment(each.expiresAt) },
        ],
      })}`;
  }
}

customElements.define('st-admin-lines', Lines);
