import { html, nothing } from 'lit';
import { get } from '../../api.js';
import { instant } from '../../clock.js';
import { dateTime, t } from '../../i18n.js';
import { address } from '../../screens.js';
import { store } from '../../store.js';
import { head, refusal } from '../blocks.js';
import { Part, called, spaced } from '../part.js';
import { legs, moves, transfers } from './fate-parts.js';
import { calls, search } from './fate-search.js';
import { retrieve, retrieveButton, retrieveQuestion } from './retrieve.js';
import { between, seconds, words } from './words.js';

const PACE = 1000;

/** What became of one call: `arg` is its id; with a question mark in front it is what to look for instead. */
class Fate extends Part {
  static properties = { arg: {}, call: { state: true }, found: { state: true }, problem: { state: true }, asked: { state: true }, refused: { state: true }, busy: { state: true } };
  #mine = 0;
  #timer = 0;
  #stop = () => {};

  connectedCallback() {
    super.connectedCallback();
    this.#stop = store.hear('board', () => this.#soon());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
    clearTimeout(this.#timer);
    this.#mine++;
  }

  willUpdate(changed) {
    if (changed.has('arg')) {
      Object.assign(this, { call: null, found: null, problem: null, asked: '' });
      this.#read();
    }
  }

  get #searching() {
    return !this.arg || this.arg.startsWith('?');
  }

  async #read() {
    const mine = ++this.#mine;
    clearTimeout(this.#timer);
    this.#timer = 0;
    try {
      const answer = await (this.#searching ? get(`/board/calls?q=${encodeURIComponent((this.arg ?? '').slice(1))}`) : get(`/board/calls/${encodeURIComponent(this.arg)}`));
      if (mine === this.#mine) {
        Object.assign(this, this.#searching ? { found: answer } : { call: answer }, { problem: null });
      }
    } catch (problem) {
      if (mine === this.#mine) {
        this.problem = problem;
      }
    }
  }

  /** Something happened somewhere: a call that lives is read again, at most once a second. */
  #soon() {
    if (this.call && !this.call.endedAt && !this.#timer) {
      this.#timer = setTimeout(() => this.#read(), PACE);
    }
  }

  render() {
    return this.#searching ? this.#list() : this.#fate();
  }

  #list() {
    return html`${head(t('fate.search'))}
      ${search((this.arg ?? '').slice(1), (text) => (location.hash = address('fate', `?${text}`)))}
      ${refusal(this.problem)}
      ${this.found ? calls(this.found) : this.#waiting()}`;
  }

  #fate() {
    const { call } = this;
    return html`${head(call ? html`${t('screen.fate')}: ${called(call.party)}` : t('screen.fate'), this.#actions())}
      ${refusal(this.problem)}
      ${call ? html`${this.#summary(call)}${transfers(call)}${legs(call)}${moves(call)}${this.#question()}` : this.#waiting()}`;
  }

  #waiting() {
    return this.problem ? nothing : html`<p class="quiet" role="status">${t('screen.loading')}</p>`;
  }

  #actions() {
    const live = this.#live();
    return html`<a class="button" href=${address('fate', '?')}>${t('fate.search.other')}</a>
      <a class="button" href=${address('board')}>${t('fate.board')}</a>
      ${live ? retrieveButton(live, () => this.#ask(live)) : nothing}`;
  }

  #live() {
    return this.call?.transfers.find((each) => !each.endedAt);
  }

  #ask({ id }) {
    this.refused = null;
    this.asked = id;
  }

  #question() {
    const live = this.#live();
    return live && live.id === this.asked
      ? retrieveQuestion({
          transfer: live,
          agent: live.by.name,
          customer: called(this.call.party),
          problem: this.refused,
          busy: this.busy,
          yes: () => this.#retrieve(live),
          no: () => (this.asked = ''),
        })
      : nothing;
  }

  async #retrieve(transfer) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    try {
      await retrieve(transfer);
      this.asked = '';
    } catch (problem) {
      this.refused = problem;
    }
    this.busy = false;
    await this.#read();
  }

  #summary(call) {
    const facts = [
      ['fate.number', spaced(call.party.number)],
      ['fate.inbound', call.inbound && html`${call.inbound.name ? html`<bdi>${call.inbound.name}</bdi> ` : nothing}<span class="quiet">${spaced(call.inbound.number)}</span>`],
      ['fate.agent', call.agent && html`<bdi>${call.agent.name}</bdi>`],
      ['board.state', words('call', call.state)],
      ['fate.began', html`<time datetime=${call.beganAt}>${dateTime(instant(call.beganAt))}</time>`],
      ['fate.ended', call.endedAt && html`<time datetime=${call.endedAt}>${dateTime(instant(call.endedAt))}</time>`],
      ['fate.lasted', between(call.beganAt, call.endedAt)],
      ['fate.why', call.reason && words('end', call.reason)],
      ['fate.waited', seconds(call.waitedSeconds)],
      ['fate.held', seconds(call.heldSeconds)],
      ['fate.id', html`<code>${call.id}</code>`],
    ];
    return html`<dl class="panel-box facts">
      ${facts.filter(([, value]) => value).map(([key, value]) => html`<div data-fact=${key}><dt>${t(/** @type {string} */ (key))}</dt><dd>${value}</dd></div>`)}
    </dl>`;
  }
}

customElements.define('st-fate', Fate);
