import { html, nothing } from 'lit';
import { instant } from '../../clock.js';
import { t, time } from '../../i18n.js';
import { address } from '../../screens.js';
import { ENDINGS } from '../../store.js';
import { choice, field, head, refusal } from '../blocks.js';
import { icon } from '../icons.js';
import { Part, called, spaced } from '../part.js';
import '../timer.js';
import { lines } from './lines.js';
import { LiveBoard } from './live-board.js';
import { canRetrieve, retrieve, retrieveButton, retrieveQuestion } from './retrieve.js';
import { percent, words } from './words.js';

const MOST_AGENTS = 100;
const MOST_QUEUES = 50;
const AVAILABILITIES = ['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE'];

/** What goes on now: transfers under way, queues, agents, and how today's transfers ended. */
class Board extends Part {
  static properties = { asked: { state: true }, refused: { state: true }, busy: { state: true }, named: { state: true }, only: { state: true } };
  #live = new LiveBoard(() => this.requestUpdate());

  /** Here and not as fields of the class, which would hide the reactive ones. */
  constructor() {
    super();
    this.named = '';
    this.only = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#live.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#live.stop();
  }

  render() {
    const { board, problem } = this.#live;
    return html`${head(t('screen.board'), this.#search())}
      ${refusal(problem)}
      ${board ? html`${this.#today(board.today)}${this.#transfers(board)}${this.#queues(board)}${this.#agents(board)}${this.#question(board)}` : this.#waiting(problem)}`;
  }

  #waiting(problem) {
    return problem ? nothing : html`<p class="quiet" role="status">${t('screen.loading')}</p>`;
  }

  #search() {
    return html`<form class="board-search" role="search" aria-label=${t('board.search')} @submit=${this.#find}>
      <input id="board-search" type="search" aria-label=${t('board.search.label')} placeholder=${t('board.search.hint')} autocomplete="off" />
      <button>${icon('search')}<span>${t('board.search')}</span></button>
    </form>`;
  }

  #find(event) {
    event.preventDefault();
    location.hash = address('fate', `?${this.querySelector('#board-search').value.trim()}`);
  }

  #today({ since, outcomes }) {
    const all = ENDINGS.reduce((sum, each) => sum + outcomes[each], 0);
    return html`<section class="board-part" aria-labelledby="board-today">
      <div class="board-part-head"><h2 id="board-today">${t('board.today')}</h2><span class="quiet">${t('board.since', { time: time(instant(since)) })}</span></div>
      <dl class="board-tiles">
        ${ENDINGS.map((each) => html`<div class="board-tile outcome-${each}"><dt>${t(`outcome.${each}`)}</dt><dd class="num">${outcomes[each]}</dd></div>`)}
        <div class="board-tile"><dt>${t('board.rate')}</dt><dd class="num">${percent(all ? outcomes.COMPLETED / all : null)}</dd></div>
      </dl>
    </section>`;
  }

  #transfers({ transfers, agents }) {
    const names = new Map(agents.map((each) => [each.username, each.name]));
    return lines({
      id: 'board-transfers',
      title: t('board.transfers'),
      key: (each) => each.id,
      rows: transfers,
      none: t('board.transfers.none'),
      columns: [
        { title: t('board.customer'), cell: ({ transferee }) => (transferee ? called(transferee) : '–') },
        { title: t('board.agent'), cell: ({ transferor }) => html`<bdi>${names.get(transferor) ?? transferor}</bdi>` },
        { title: t('board.target'), cell: ({ target }) => called(target) },
        { title: t('board.method'), cell: (each) => methodOf(each) },
        { title: t('board.state'), cell: (each) => html`<span class="badge state-${each.state}">${words('state', each.state)}</span> ${running(each.since)}` },
        { title: t('board.running'), num: true, cell: ({ startedAt }) => running(startedAt) },
        { title: '', cell: (each) => html`<div class="row-actions">${fateLink(each.callId)}${retrieveButton(each, () => this.#ask(each))}</div>` },
      ],
    });
  }

  /** Where somebody waits comes first. */
  #queues({ queues }) {
    const first = [...queues].sort((one, other) => other.waiting - one.waiting).slice(0, MOST_QUEUES);
    return html`${lines({
      id: 'board-queues',
      title: t('board.queues'),
      key: (each) => each.number,
      rows: first,
      none: t('board.queues.none'),
      columns: [
        { title: t('board.queue'), cell: ({ name, number }) => html`<strong><bdi>${name}</bdi></strong> <span class="quiet">${spaced(number)}</span>` },
        { title: t('board.waiting'), num: true, cell: ({ waiting }) => html`<span class=${waiting ? 'badge waits' : 'num'}>${waiting}</span>` },
        { title: t('board.longest'), num: true, cell: ({ waitingSince }) => (waitingSince ? running(waitingSince) : '–') },
        { title: t('board.free'), num: true, cell: ({ freeAgents, agents }) => t('board.free.of', { free: freeAgents, all: agents }) },
      ],
    })}${queues.length > MOST_QUEUES ? html`<p class="quiet">${t('board.queues.more', { shown: MOST_QUEUES, all: queues.length })}</p>` : nothing}`;
  }

  #agents({ agents }) {
    const named = this.named.toLowerCase();
    const fit = agents.filter((each) => (!this.only || each.availability === this.only) && `${each.name} ${each.extension} ${each.team ?? ''}`.toLowerCase().includes(named));
    return html`${lines({
      id: 'board-agents',
      title: t('board.agents'),
      note: html`<div class="filters" @input=${({ target }) => target.id === 'board-part' && (this.named = target.value.trim())}>
        ${field({ id: 'board-part', label: t('board.filter'), type: 'search', value: this.named, change: (each) => (this.named = each.trim()) })}
        ${choice({ id: 'board-only', label: t('board.availability'), value: this.only, options: [['', t('board.any')], ...AVAILABILITIES.map((each) => /** @type {[string, string]} */ ([each, t(`availability.${each}`)]))], change: (each) => (this.only = each) })}
      </div>`,
      key: (each) => each.username,
      rows: fit.slice(0, MOST_AGENTS),
      none: t('board.agents.none'),
      columns: this.#agentColumns(),
    })}${fit.length > MOST_AGENTS ? html`<p class="quiet">${t('board.agents.more', { shown: MOST_AGENTS, all: fit.length })}</p>` : nothing}`;
  }

  #agentColumns() {
    return [
      { title: t('board.agent'), cell: ({ name, extension }) => html`<strong><bdi>${name}</bdi></strong> <span class="quiet">${spaced(extension)}</span>` },
      { title: t('board.team'), cell: ({ team }) => html`<bdi>${team ?? '–'}</bdi>` },
      { title: t('board.availability'), cell: ({ availability, since }) => html`<span class="badge presence-${availability}">${t(`availability.${availability}`)}</span> ${running(since)}` },
      { title: t('board.call'), cell: ({ call }) => (call ? html`${called(call.party)} <span class="quiet">${t(`board.call.${call.state}`)}</span> ${running(call.since)}` : '–') },
      { title: '', cell: ({ call }) => (call ? html`<div class="row-actions">${fateLink(call.id)}</div>` : nothing) },
    ];
  }

  #ask({ id }) {
    this.refused = null;
    this.asked = id;
  }

  /** The transfer as it is now: the board goes on under the question. */
  #question({ transfers, agents }) {
    const transfer = transfers.find((each) => each.id === this.asked);
    if (!transfer) {
      return nothing;
    }
    return retrieveQuestion({
      transfer,
      agent: agents.find((each) => each.username === transfer.transferor)?.name ?? transfer.transferor,
      customer: called(transfer.transferee ?? {}),
      problem: this.refused,
      busy: this.busy,
      yes: () => this.#retrieve(transfer),
      no: () => (this.asked = ''),
    });
  }

  async #retrieve(transfer) {
    if (this.busy || !canRetrieve(transfer)) {
      return;
    }
    this.busy = true;
    try {
      await retrieve(transfer);
      this.asked = '';
    } catch (problem) {
      this.refused = problem;
    } finally {
      this.busy = false;
    }
  }
}

function running(since) {
  return html`<st-timer class="num quiet" since=${instant(since)}></st-timer>`;
}

function methodOf({ method, consult }) {
  return `${t(`history.${method.toLowerCase()}`)}${consult ? ` · ${t('fate.consult')}` : ''}`;
}

function fateLink(callId) {
  return html`<a class="button" href=${address('fate', callId)}>${t('board.fate')}</a>`;
}

customElements.define('st-board', Board);
