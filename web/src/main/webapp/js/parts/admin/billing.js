import { html, nothing } from 'lit';
import { get } from '../../api.js';
import { current, has, money, t } from '../../i18n.js';
import { duration, now } from '../../clock.js';
import { csv } from '../blocks.js';
import { dayOf } from '../../zone.js';
import { Part } from '../part.js';
import { frame } from './frame.js';
import { table } from './table.js';
import { count, inOrder } from './words.js';

const MONTHS = 24;
const GROUPS = ['all', 'agent', 'inbound', 'class'];

/** The charged transfers of a month: by agent, inbound number and class, or put together by one of them. */
class Billing extends Part {
  static properties = { arg: {}, month: { state: true }, report: { state: true }, by: { state: true }, sort: { state: true }, problem: { state: true } };
  #asked = 0;

  constructor() {
    super();
    this.by = 'all';
    this.sort = { name: 'cost', down: true };
  }

  connectedCallback() {
    super.connectedCallback();
    this.#show(/^\d{4}-\d{2}$/.test(this.arg ?? '') ? this.arg : months()[0]);
  }

  async #show(month) {
    const mine = ++this.#asked;
    this.month = month;
    try {
      const report = await get(`/reports/billing?month=${month}`);
      if (mine === this.#asked) {
        Object.assign(this, { report, problem: null });
      }
    } catch (problem) {
      Object.assign(this, { report: null, problem });
    }
  }

  render() {
    return frame({ id: 'billing', lead: html`${t('billing.lead')} ${this.report?.zone ? t('billing.zone', { zone: this.report.zone }) : nothing}`, problem: this.problem }, html`${this.#tools()}${this.report ? this.#lines(this.report) : nothing}`);
  }

  #tools() {
    return html`<div class="admin-tools">
      <div class="field">
        <label for="billing-month">${t('billing.month')}</label>
        <select id="billing-month" @change=${({ target }) => this.#show(target.value)}>
          ${[...new Set([this.month, ...months()])].map((each) => html`<option value=${each} .selected=${each === this.month}>${monthText(each)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="billing-by">${t('billing.by')}</label>
        <select id="billing-by" @change=${({ target }) => (this.by = target.value)}>
          ${GROUPS.map((each) => html`<option value=${each} .selected=${each === this.by}>${t(`billing.by.${each}`)}</option>`)}
        </select>
      </div>
      ${csv('/reports/billing', { month: this.month })}
    </div>`;
  }

  #lines({ lines, total }) {
    if (lines.length === 0) {
      return html`<div class="empty"><h2>${t('billing.empty', { month: monthText(this.month) })}</h2><p class="lead">${t('billing.empty.lead')}</p></div>`;
    }
    const columns = this.#columns();
    const { value } = columns.find((each) => each.name === this.sort.name) ?? columns.at(-1);
    const rows = grouped(lines, this.by).sort((one, other) => inOrder(value(one), value(other)) * (this.sort.down ? -1 : 1));
    return table({
      caption: t('billing.caption', { month: monthText(this.month) }),
      columns,
      rows,
      key: (row) => `${row.agent} ${row.inbound} ${row.class}`,
      sort: this.sort,
      onSort: (name) => (this.sort = { name, down: this.sort.name === name && !this.sort.down }),
      foot: this.#total(lines, total, columns.length - 3),
    });
  }

  #columns() {
    const groups = this.by === 'all' ? GROUPS.slice(1) : [this.by];
    return [
      ...groups.map((name, index) => ({ name, label: `billing.${name}`, value: (row) => (name === 'class' ? classText(row.class) : (row[name] ?? '–')), head: index === 0 })),
      { name: 'transfers', label: 'billing.transfers', value: (row) => row.transfers, cell: (row) => count(row.transfers), number: true },
      { name: 'seconds', label: 'billing.seconds', value: (row) => row.seconds, cell: (row) => duration(row.seconds * 1000), number: true },
      { name: 'cost', label: 'billing.cost', value: (row) => row.cost, cell: (row) => money(row.cost), number: true },
    ];
  }

  #total(lines, total, words) {
    const { transfers, seconds } = summed(lines);
    return html`<tr role="row">
      <th role="rowheader" scope="row" colspan=${words}>${t('billing.total')}</th>
      <td role="cell" class="grid-number" data-label=${t('billing.transfers')}>${count(transfers)}</td>
      <td role="cell" class="grid-number" data-label=${t('billing.seconds')}>${duration(seconds * 1000)}</td>
      <td role="cell" class="grid-number" data-label=${t('billing.cost')}>${money(total)}</td>
    </tr>`;
  }
}

/** The last two years' months, this one first, as 2026-11. */
function months() {
  const [year, month] = dayOf(now()).split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7));
}

function monthText(month) {
  return new Intl.DateTimeFormat(current() === 'en' ? 'en-GB' : current(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(`${month}-01`));
}

function classText(name) {
  const key = `number.class.${name}`;
  return has(key) ? t(key) : (name ?? '–');
}

/** Lines put together by one of their facts. */
function grouped(lines, by) {
  if (by === 'all') {
    return [...lines];
  }
  const names = [...new Set(lines.map((each) => each[by]))];
  return names.map((name) => ({ [by]: name, ...summed(lines.filter((each) => each[by] === name)) }));
}

function summed(lines) {
  const sum = (name) => lines.reduce((total, each) => total + each[name], 0);
  return { transfers: sum('transfers'), seconds: sum('seconds'), cost: sum('cost') };
}

customElements.define('st-billing', Billing);
