import { html, nothing } from 'lit';
import { get } from '../../api.js';
import { now } from '../../clock.js';
import { t } from '../../i18n.js';
import { dayOf, nextDay, startOfDay, zone } from '../../zone.js';
import { choice, csv, empty, field, head, refusal, table } from '../blocks.js';
import { Part, called, spaced } from '../part.js';
import './chart.js';
import { percent } from './words.js';

const DAY = 86400000;
const PERIODS = { today: 0, week: 6, month: 29 };
const ORDERS = ['target', 'method', 'hour'];
const DRAWN = 12;
const LISTED = 200;

/** How transfers succeed in a period: by target, by method or by hour of the day, drawn and in a table. */
class Rates extends Part {
  static properties = { report: { state: true }, problem: { state: true }, busy: { state: true } };
  period = 'week';
  by = 'target';
  from = '';
  to = '';
  #asked = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  /** The days, the last one included. */
  #days() {
    const today = dayOf(now());
    return this.period === 'own' ? { from: this.from || today, to: this.to || today } : { from: dayOf(now() - PERIODS[this.period] * DAY), to: today };
  }

  #query() {
    const { from, to } = this.#days();
    return { from: new Date(startOfDay(from)).toISOString(), to: new Date(startOfDay(nextDay(to))).toISOString(), by: this.by, zone: zone() };
  }

  async #read() {
    const mine = ++this.#asked;
    this.busy = true;
    try {
      const report = await get(`/reports/success?${new URLSearchParams(this.#query())}`);
      this.#take(mine, { report, problem: null });
    } catch (problem) {
      this.#take(mine, { problem });
    }
  }

  #take(mine, fields) {
    if (mine === this.#asked) {
      Object.assign(this, fields, { busy: false });
    }
  }

  #want(fields) {
    Object.assign(this, fields);
    this.#read();
  }

  render() {
    return html`${head(t('screen.rates'), csv('/reports/success', this.#query()))}
      ${this.#filters()} ${refusal(this.problem)}
      <div aria-busy=${this.busy ? 'true' : 'false'}>${this.report && !this.problem ? this.#shown(this.report) : nothing}</div>`;
  }

  #filters() {
    const { from, to } = this.#days();
    return html`<div class="filters">
      ${choice({ id: 'rates-period', label: t('rates.period'), value: this.period, options: options([...Object.keys(PERIODS), 'own'], 'rates.period'), change: (period) => this.#want({ period, from, to }) })}
      ${this.period === 'own'
        ? html`${field({ id: 'rates-from', label: t('rates.from'), type: 'date', value: from, change: (each) => this.#want({ from: each }) })}
            ${field({ id: 'rates-to', label: t('rates.to'), type: 'date', value: to, change: (each) => this.#want({ to: each }) })}`
        : nothing}
      ${choice({ id: 'rates-by', label: t('rates.by'), value: this.by, options: options(ORDERS, 'rates.by'), change: (by) => this.#want({ by }) })}
    </div>`;
  }

  #shown({ by, lines, total }) {
    if (total.transfers === 0) {
      return empty(t('rates.none'));
    }
    const drawn = lines.slice(0, by === 'hour' ? 24 : DRAWN).map(({ transfers, completed, ...line }) => ({ label: name(by, line), transfers, completed }));
    return html`<p class="rates-total" role="status">${t('rates.total', { completed: total.completed, transfers: total.transfers, rate: percent(total.rate) })}</p>
      <div class="panel-box"><st-rates-chart .points=${drawn} .label=${t('rates.chart', { by: t(`rates.by.${by}`) })}></st-rates-chart></div>
      ${table({ caption: t('rates.table', { by: t(`rates.by.${by}`) }), columns: columns(by), rows: [...lines.slice(0, LISTED), { ...total, sum: true }] })}
      ${lines.length > LISTED ? html`<p class="quiet">${t('rates.more', { shown: LISTED, all: lines.length })}</p>` : nothing}`;
  }
}

function options(codes, group) {
  return codes.map((each) => /** @type {[string, string]} */ ([each, t(`${group}.${each}`)]));
}

/** The words of a line, for a label that is drawn. */
function name(by, line) {
  const { key, target } = line;
  switch (by) {
    case 'target':
      return target.name ?? target.number;
    case 'method':
      return t(`history.${key.toLowerCase()}`);
    default:
      return key;
  }
}

function columns(by) {
  return [
    { title: t(`rates.by.${by}`), cell: (line) => (line.sum ? html`<strong>${t('rates.sum')}</strong>` : cell(by, line)) },
    { title: t('rates.transfers'), num: true, cell: ({ transfers }) => transfers },
    { title: t('outcome.COMPLETED'), num: true, cell: ({ completed }) => completed },
    { title: t('rates.rate'), num: true, cell: ({ rate }) => html`<strong>${percent(rate)}</strong>` },
    { title: t('outcome.RETURNED'), num: true, cell: ({ returned }) => returned },
    { title: t('outcome.ABANDONED'), num: true, cell: ({ abandoned }) => abandoned },
    { title: t('outcome.FELL_BACK'), num: true, cell: ({ fellBack }) => fellBack },
    { title: t('outcome.FAILED'), num: true, cell: ({ failed }) => failed },
  ];
}

function cell(by, line) {
  switch (by) {
    case 'target':
      return html`${called(line.target)} ${line.target.name ? html`<span class="quiet">${spaced(line.target.number)}</span>` : nothing}`;
    case 'hour':
      return html`<span class="num">${line.key}.00–${line.key}.59</span>`;
    default:
      return name(by, line);
  }
}

customElements.define('st-rates', Rates);
