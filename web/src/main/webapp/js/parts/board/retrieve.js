/** Taking a customer back from somebody's transfer: one question first. */
import { html, nothing } from 'lit';
import { post } from '../../api.js';
import { t } from '../../i18n.js';
import { modal, refusal } from '../blocks.js';
import { icon } from '../icons.js';
import { called } from '../part.js';
import { words } from './words.js';

/** The states in which a supervisor can take the call back. */
const POSSIBLE = ['HOLDING', 'DIALING', 'RINGING', 'UNATTENDED', 'CONSULTING', 'ASIDE'];

export function canRetrieve(transfer) {
  return POSSIBLE.includes(transfer.state);
}

/** @param {any} transfer @param {() => void} ask */
export function retrieveButton(transfer, ask) {
  return canRetrieve(transfer)
    ? html`<button type="button" class="retrieve" @click=${ask}>${icon('back')}<span>${t('board.retrieve')}</span></button>`
    : nothing;
}

/**
 * The question. Whatever happens to the transfer meanwhile is shown in it, and the version that is sent is the shown one.
 *
 * @param {{ transfer: any, agent: string, customer: unknown, problem: any, busy: boolean, yes: () => void, no: () => void }} of
 */
export function retrieveQuestion({ transfer, agent, customer, problem, busy, yes, no }) {
  const left = transfer.state === 'UNATTENDED';
  return html`<dialog class="dialog" ${modal()} aria-labelledby="retrieve-title" aria-describedby="retrieve-text" @close=${no}>
    <h2 id="retrieve-title">${t('board.retrieve.title')}</h2>
    <div id="retrieve-text" class="retrieve-what">
      <p>${customer} <span aria-hidden="true">→</span> ${called(transfer.target)} <span class="badge">${words('state', transfer.state)}</span></p>
      <p>${canRetrieve(transfer) ? t(left ? 'board.retrieve.left' : 'board.retrieve.back', { agent }) : t('board.retrieve.late')}</p>
    </div>
    ${refusal(problem)}
    <div class="actions">
      <button type="button" class="primary" aria-disabled=${busy || !canRetrieve(transfer) ? 'true' : 'false'} @click=${yes}>${icon('back')}<span>${t('board.retrieve.yes')}</span></button>
      <button type="button" @click=${no}>${t('board.retrieve.no')}</button>
    </div>
  </dialog>`;
}

/** @param {any} transfer as shown @throws {import('../../api.js').Problem} stale, move-rejected */
export function retrieve({ id, version }) {
  return post(`/transfers/${id}/retrieve`, { version });
}
