import { html, nothing } from 'lit';
import { reasonText, t, time } from '../i18n.js';
import { instant } from '../clock.js';
import { icon } from './icons.js';

const MOOD = {
  TRANSFER_STARTED: ['info', 'transfer'],
  TARGET_RINGING: ['info', 'phone'],
  TARGET_ANSWERED: ['good', 'phone'],
  TRANSFER_SUCCEEDED: ['good', 'check'],
  TARGET_NO_ANSWER: ['bad', 'warning'],
  TRANSFER_FAILED: ['bad', 'warning'],
  RECONNECTING: ['info', 'back'],
  RETURNED: ['back', 'back'],
  TRANSFEREE_HUNG_UP: ['bad', 'hangup'],
  CANCELLED: ['info', 'close'],
  FELL_BACK: ['bad', 'inbound'],
};

const SUPERVISOR = 'supervisor-retrieved';

/**
 * What stands under a message: a failure's reason, and under the return that a supervisor brought about, that it was one.
 *
 * @param {import('../types.js').Message} message
 * @param {import('../types.js').Transfer} [transfer]
 */
export function reasonOf({ code, params }, transfer) {
  return params?.reason ?? (code === 'RETURNED' && transfer.reason === SUPERVISOR ? SUPERVISOR : '');
}

/** The messages of a transfer, oldest first, the newest one strongest; a failure's reason stands under it. */
export function messages(transfer) {
  return html`<ol class="messages" aria-label=${t('progress.messages')}>
    ${transfer.messages.map((message) => {
      const { code, at } = message;
      const reason = reasonOf(message, transfer);
      const [mood, drawing] = MOOD[code] ?? ['info', 'dot'];
      return html`<li class="message ${mood}" data-code=${code}>
        ${icon(drawing)}
        <span class="message-text">${t(`message.${code}`)}</span>
        ${reason ? html`<span class="message-reason">${reasonText(reason)}</span>` : nothing}
        ${at ? html`<time datetime=${at}>${time(instant(at))}</time>` : nothing}
      </li>`;
    })}
  </ol>`;
}
