/** The parts of a call's fate: each transfer with its messages and moves, the legs, and the moves of the call itself. */
import { html, nothing } from 'lit';
import { instant } from '../../clock.js';
import { money, reasonText, t } from '../../i18n.js';
import { called, spaced } from '../part.js';
import { lines } from './lines.js';
import { between, seconds, tenth, words } from './words.js';

const clock = (at) => (at ? html`<time datetime=${at}>${tenth(at)}</time>` : '–');

export function transfers(call) {
  return call.transfers.map((transfer, index) => one(call, transfer, index + 1));
}

function one(call, transfer, number) {
  const { outcome, state, target } = transfer;
  return html`<section class="panel-box fate-transfer" aria-labelledby="fate-transfer-${number}">
    <h2 id="fate-transfer-${number}">${t('fate.transfer', { number })}: ${called(target)}
      <span class="badge outcome-${outcome ?? 'LIVE'}">${outcome ? t(`outcome.${outcome}`) : words('state', state)}</span></h2>
    <dl class="facts">${facts(call, transfer).map(([key, value]) => html`<div data-fact=${key}><dt>${t(key)}</dt><dd>${value}</dd></div>`)}</dl>
    <div class="fate-columns">
      <div><h3>${t('fate.messages')}</h3>${told(transfer)}</div>
      <div><h3>${t('fate.moves')}</h3>${steps(transfer)}</div>
    </div>
  </section>`;
}

/** Every fact that there is; what a transfer does not have is not named. */
function facts(call, transfer) {
  const { target, method, consult, startedAt, endedAt, reason, sipStatus, cost, chargedSeparately, by, retrievedBy, note } = transfer;
  const shown = call.legs.find((leg) => leg.id === transfer.targetLeg)?.shown ?? call.legs.find((leg) => leg.shown && leg.number === target.number)?.shown;
  return [
    ['fate.by', html`<bdi>${by.name}</bdi>`],
    ['fate.to', html`${t(`type.${target.type}`)} ${spaced(target.number)}`],
    ['board.method', `${t(`history.${method.toLowerCase()}`)}${consult ? ` · ${t('fate.consult')}` : ''}`],
    ['fate.began', clock(startedAt)],
    ['fate.ended', endedAt && clock(endedAt)],
    ['fate.lasted', between(startedAt, endedAt)],
    ['fate.reason', reason && reasonText(reason)],
    ['fate.sip', sipStatus],
    ['fate.shown', shown && html`${shown.name ? html`<bdi>${shown.name}</bdi> ` : nothing}${spaced(shown.number)}`],
    ['fate.cost', cost === null ? chargedSeparately && t('history.charged') : money(cost)],
    ['fate.retrieved', retrievedBy && html`<bdi>${retrievedBy.name}</bdi>`],
    ['fate.note', note && html`<bdi>${note}</bdi>`],
  ].filter(([, value]) => value);
}

/** What the agent was told, in order. */
function told({ messages, method }) {
  return html`<ol class="steps">
    ${messages.map(({ at, code, reason }) => html`<li data-code=${code}>
      <span class="num quiet">${clock(at)}</span>
      <span>${t(`message.${code}`)}${reason ? html` <span class="quiet">${reasonText(reason)}</span>` : nothing}</span>
    </li>`)}
    ${messages.length ? nothing : html`<li><span></span><span class="quiet">–</span></li>`}
    ${method === 'BLIND' ? html`<li><span></span><span class="quiet">${t('fate.messages.blind')}</span></li>` : nothing}
  </ol>`;
}

/** Moves that told several things have a line for each: what happened is said once. */
function steps({ startedAt, lines: all }) {
  const moves = all.filter((each, index) => index === 0 || each.at !== all[index - 1].at || each.stimulus !== all[index - 1].stimulus || each.state !== all[index - 1].state);
  return html`<ol class="steps">
    ${moves.map(({ at, stimulus, state, sip }, index) => html`<li>
      <span class="num quiet">${clock(at)} <span class="after">+${seconds((instant(at) - instant(startedAt)) / 1000)}</span></span>
      <span>${words('move', stimulus)} <span aria-hidden="true">→</span> <strong>${words('state', state)}</strong>${sip && sip !== moves[index - 1]?.sip ? html` <span class="quiet">SIP ${sip}</span>` : nothing}</span>
    </li>`)}
  </ol>`;
}

export function legs(call) {
  return lines({
    id: 'fate-legs',
    title: t('fate.legs'),
    key: (each) => each.id,
    rows: call.legs,
    none: t('fate.legs.none'),
    columns: [
      { title: t('fate.party'), cell: ({ name, number, agent }) => html`${called({ name, number })} ${agent ? html`<span class="badge">${t('type.AGENT')}</span>` : nothing}` },
      { title: t('fate.number'), cell: ({ number }) => spaced(number) },
      { title: t('fate.shown'), cell: ({ shown }) => (shown ? html`${shown.name ? html`<bdi>${shown.name}</bdi> ` : nothing}${spaced(shown.number)}` : '–') },
      { title: t('fate.began'), cell: ({ beganAt }) => clock(beganAt) },
      { title: t('fate.answered'), cell: ({ answeredAt }) => clock(answeredAt) },
      { title: t('fate.ended'), cell: ({ endedAt }) => clock(endedAt) },
      { title: t('fate.lasted'), num: true, cell: ({ answeredAt, endedAt }) => (answeredAt ? between(answeredAt, endedAt) : '–') },
      { title: t('fate.end'), cell: ({ end }) => (end ? words('end', end) : t('fate.live')) },
      { title: t('fate.sip'), num: true, cell: ({ answeredAt, sipStatus }) => (!answeredAt && sipStatus) || '–' },
    ],
  });
}

export function moves(call) {
  return lines({
    id: 'fate-moves',
    title: t('fate.call.moves'),
    key: ({ at, stimulus, to }) => `${at} ${stimulus} ${to}`,
    rows: call.moves,
    none: t('fate.moves.none'),
    columns: [
      { title: t('fate.at'), cell: ({ at }) => clock(at) },
      { title: t('fate.what'), cell: ({ stimulus }) => words('move', stimulus) },
      { title: t('board.state'), cell: ({ from, to }) => html`${words('call', from)} <span aria-hidden="true">→</span> <strong>${words('call', to)}</strong>` },
      { title: t('fate.agent'), cell: ({ agent }) => html`<bdi>${agent?.name ?? '–'}</bdi>` },
    ],
  });
}
