import { html, nothing } from 'lit';
import { span, t } from '../i18n.js';
import { instant, now } from '../clock.js';
import { store } from '../store.js';
import { availabilityOf } from '../targets.js';
import './timer.js';

/**
 * Whether a target can be reached, and for how long that has been so. Of a user's phone nothing is known.
 *
 * @param {import('../types.js').Target} target
 */
export function badge(target) {
  if (target.type === 'USER') {
    return nothing;
  }
  const availability = availabilityOf(target, store.presence);
  const listed = availability === target.availability ? target.since : null;
  const since = (target.type === 'AGENT' && store.presentSince.get(target.id)) || listed;
  return html`<span class="badge presence-${availability}">${t(`availability.${availability}`)}${since ? html` <span class="since">${span(now() - instant(since))}</span>` : nothing}</span>`;
}

/**
 * How long the queue of an inbound number is, and who could answer it; nothing for other targets.
 *
 * @param {import('../types.js').Target} target
 */
export function queue({ type, waiting, waitingSince, freeAgents }) {
  if (type !== 'INBOUND') {
    return nothing;
  }
  return html`<span class="target-queue"
    >${waiting ? html`<span>${t('target.waiting', { count: waiting })}</span>` : nothing}
    ${waiting && waitingSince ? html`<span>${t('target.longest')} <st-timer since=${instant(waitingSince)}></st-timer></span>` : nothing}
    ${freeAgents === undefined || freeAgents === null ? nothing : html`<span>${t('target.free', { count: freeAgents })}</span>`}
  </span>`;
}

/** How many of the last transfers this target answered, and how fast: short for the list, a sentence for the choice. */
export function answered({ answered: answers }, key = 'target.answered') {
  if (!answers?.of) {
    return nothing;
  }
  const { count, of, medianSeconds } = answers;
  const seconds = count && medianSeconds !== null && medianSeconds !== undefined ? Math.round(medianSeconds) : null;
  return html`<span class="target-answered">${t(key, { count, of })}${seconds === null ? nothing : t(`${key}.fast`, { seconds })}</span>`;
}
