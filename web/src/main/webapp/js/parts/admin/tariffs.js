import { html, nothing } from 'lit';
import { request } from '../../api.js';
import { money, t } from '../../i18n.js';
import { csv } from '../blocks.js';
import { Resource } from './resource.js';
import { fileTools } from './files.js';
import { refusal } from './frame.js';
import { count } from './words.js';

/** The tariffs, by the beginning of the number; the longest that fits counts. */
class Tariffs extends Resource {
  static properties = { ...Resource.properties, file: { state: true } };
  schema = {
    id: 'tariffs',
    path: '/admin/tariffs',
    subject: 'tariff',
    key: 'prefix',
    name: (tariff) => `${tariff.prefix} ${tariff.name}`,
    columns: [
      { name: 'prefix', label: 'admin.field.prefix', value: (tariff) => tariff.prefix, head: true },
      { name: 'name', label: 'admin.field.name', value: (tariff) => tariff.name },
      { name: 'pricePerMinute', label: 'admin.field.pricePerMinute', value: (tariff) => tariff.pricePerMinute, cell: (tariff) => money(tariff.pricePerMinute), number: true },
      { name: 'pricePerCall', label: 'admin.field.pricePerCall', value: (tariff) => tariff.pricePerCall, cell: (tariff) => money(tariff.pricePerCall), number: true },
    ],
    fields: [
      { name: 'prefix', kind: 'text', type: 'tel', required: true, fixed: true, most: 21 },
      { name: 'name', kind: 'text', required: true, most: 128 },
      { name: 'pricePerMinute', kind: 'money', required: true },
      { name: 'pricePerCall', kind: 'money', required: true, first: '0' },
    ],
  };

  extras() {
    return html`${fileTools({ link: csv('/admin/tariffs'), accept: '.csv,text/csv', onFile: (file) => this.#chosen(file) })}
    ${this.file ? this.#question() : nothing}`;
  }

  async #chosen(file) {
    const text = await file.text();
    const lines = text.split(/\r?\n/).filter((each) => each.trim()).length - 1;
    this.file = { name: file.name, text, lines };
  }

  #question() {
    const { name, lines } = this.file;
    return html`<st-admin-confirm
      .heading=${t('admin.tariffs.import')}
      .lead=${t('admin.tariffs.import.lead', { name, lines: count(Math.max(lines, 0)), count: count(this.things?.length ?? 0) })}
      .action=${t('admin.tariffs.import.go')}
      .work=${() => request('PUT', '/admin/tariffs', new Blob([this.file.text], { type: 'text/csv;charset=utf-8' }), 60000)}
      .refusal=${refusal}
      @done=${this.#imported}
      @closed=${() => (this.file = null)}
    ></st-admin-confirm>`;
  }

  async #imported() {
    await this.load();
    this.said = t('admin.tariffs.imported', { count: count(this.things.length) });
  }
}

customElements.define('st-admin-tariffs', Tariffs);
