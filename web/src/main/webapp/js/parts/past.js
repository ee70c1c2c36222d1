import { html, nothing } from 'lit';
import { get } from '../api.js';
import { instant } from '../clock.js';
import { dateTime, money, reasonText, t } from '../i18n.js';
import { address } from '../screens.js';
import { ENDINGS, store } from '../store.js';
import { nextDay, startOfDay } from '../zone.js';
import { Part, called, spaced } from './part.js';
import { choice, csv, field, head, pager, refusal, table } from './blocks.js';
import { icon } from './icons.js';

const SIZE = 50;
const TYPING = 300;

/** A person's own transfers of all time, a supervisor's choice everybody's: searched by target, outcome and days, fifty a page. */
class Past extends Part {
  static properties = { found: { state: true }, problem: { state: true }, busy: { state: true } };
  #wanted = { target: '', outcome: '', from: '', to: '', whose: '', page: 0 };
  #asked = 0;
  #typing = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
    this.#asked++;
  }

  render() {
    const { target, outcome, from, to } = this.#wanted;
    return html`${head(t('past.title'), csv('/transfers', Object.fromEntries(query({ ...this.#wanted, page: 0 }))))}
      <form class="filters" role="search" aria-label=${t('past.search')} @submit=${this.#submit} @input=${this.#typed}>
        ${field({ id: 'past-target', label: t('past.target'), type: 'search', value: target, change: (each) => this.#want('target', each) })}
        ${choice({ id: 'past-outcome', label: t('past.outcome'), value: outcome, options: [['', t('past.any')], ...ENDINGS.map((each) => [each, t(`outcome.${each}`)])], change: (each) => this.#want('outcome', each) })}
        ${field({ id: 'past-from', label: t('past.from'), type: 'date', value: from, change: (each) => this.#want('from', each) })}
        ${field({ id: 'past-to', label: t('past.to'), type: 'date', value: to, change: (each) => this.#want('to', each) })}
        ${supervises() ? choice({ id: 'past-whose', label: t('past.whose'), value: this.#wanted.whose, options: [['', t('past.whose.own')], ['all', t('past.whose.all')]], change: (each) => this.#want('whose', each) }) : nothing}
        <button type="reset" @click=${this.#all}>${t('past.all')}</button>
      </form>
      ${refusal(this.problem)} ${this.#list()}`;
  }

  #list() {
    if (!this.found) {
      return this.problem ? nothing : html`<p class="quiet" role="status">${t('screen.loading')}</p>`;
    }
    const { transfers, page, total } = this.found;
    return html`<div aria-busy=${this.busy ? 'true' : 'false'}>
      ${table({ caption: t('past.title'), columns: this.#columns(), rows: transfers, empty: t('past.none'), stack: true })}
      ${total ? pager({ page, size: SIZE, total, go: (each) => this.#want('page', each) }) : html`<span role="status" class="unseen">${t('past.none')}</span>`}
    </div>`;
  }

  #columns() {
    return [
      { title: t('past.when'), cell: ({ startedAt }) => html`<time datetime=${startedAt}>${dateTime(instant(startedAt))}</time>` },
      { title: t('past.target'), cell: ({ target }) => html`<strong>${called(target)}</strong> ${target.name ? html`<span class="quiet">${spaced(target.number)}</span>` : nothing}` },
      { title: t('past.method'), cell: ({ method }) => t(`history.${method.toLowerCase()}`) },
      { title: t('past.outcome'), cell: (each) => outcomeOf(each) },
      { title: t('past.cost'), num: true, cell: (each) => costOf(each) },
      ...(supervises() ? [{ title: t('past.agent'), cell: ({ transferor }) => html`<bdi>${transferor}</bdi>` }, { title: '', cell: ({ callId }) => html`<a class="button" href=${address('fate', callId)}>${t('board.fate')}</a>` }] : []),
    ];
  }

  #submit(event) {
    event.preventDefault();
    this.#read();
  }

  /** The list follows what is typed, a moment later. */
  #typed(event) {
    if (event.target.id === 'past-target') {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#want('target', event.target.value), TYPING);
    }
  }

  #want(name, value) {
    clearTimeout(this.#typing);
    if (this.#wanted[name] !== value) {
      this.#wanted = { ...this.#wanted, page: 0, [name]: value };
      this.#read();
    }
  }

  #all() {
    this.#wanted = { target: '', outcome: '', from: '', to: '', whose: '', page: 0 };
    this.#read();
  }

  async #read() {
    const mine = ++this.#asked;
    this.busy = true;
    try {
      const found = await get(`/transfers?${query(this.#wanted)}`);
      this.#take(mine, { found, problem: null });
    } catch (problem) {
      this.#take(mine, { problem });
    }
  }

  #take(mine, fields) {
    if (mine === this.#asked) {
      Object.assign(this, fields, { busy: false });
    }
  }
}

/** Whether this person may look at everybody's, and at what became of a call. */
function supervises() {
  return store.me.roles.some((role) => role !== 'agent');
}

/** The filters as the server reads them; the days are whole days of the person's time zone. */
function query({ target, outcome, from, to, whose, page }) {
  const all = {
    agent: whose === 'all' ? '' : store.me.username,
    target: digits(target),
    outcome,
    from: from && new Date(startOfDay(from)).toISOString(),
    to: to && new Date(startOfDay(nextDay(to))).toISOString(),
    page: page || '',
  };
  return new URLSearchParams(Object.entries(all).filter(([, value]) => value));
}

/** Numbers are kept as +35840…: what is typed as 040 123 is a part of them without its spaces and its first zero. */
function digits(text) {
  const typed = text.trim();
  return /^[\d\s()+-]+$/.test(typed) ? typed.replace(/\D/g, '').replace(/^0+(?=\d)/, '') : typed;
}

function outcomeOf({ outcome, reason }) {
  return html`<span class="badge outcome-${outcome ?? 'LIVE'}">${t(outcome ? `outcome.${outcome}` : 'history.live')}</span>
    ${reason && outcome !== 'COMPLETED' ? html`<span class="quiet">${reasonText(reason)}</span>` : nothing}`;
}

function costOf({ cost, chargedSeparately }) {
  const amount = cost === null || cost === undefined ? nothing : money(cost);
  return chargedSeparately ? html`${amount} <span class="badge charged">${icon('euro')}${t('history.charged')}</span>` : amount;
}

customElements.define('st-past', Past);
