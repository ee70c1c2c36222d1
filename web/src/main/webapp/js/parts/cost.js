import { html, nothing } from 'lit';
import { awaitsCost, newest } from '../history.js';
import { money, t } from '../i18n.js';
import { icon } from './icons.js';

/**
 * What a transfer that has ended costs, honestly: the sum, once the target's call is over and a tariff tells; that it will
 * be known then; or that nobody knows. Nothing for one that stayed in the house, or that nobody outside answered.
 *
 * @param {import('../types.js').Transfer} transfer
 */
export function cost(transfer) {
  const known = newest(transfer);
  const key = words(known);
  return key ? html`<p class="cost">${icon('euro')}<span>${t(key, { cost: money(known.cost ?? 0) })}</span></p>` : nothing;
}

/** @param {import('../types.js').Transfer} transfer */
function words(transfer) {
  const separately = transfer.chargedSeparately ? '.separately' : '';
  if (Number.isFinite(transfer.cost)) {
    return `cost.known${separately}`;
  }
  if (Number.isFinite(transfer.billedSeconds)) {
    return `cost.unknown${separately}`;
  }
  return awaitsCost(transfer) ? `cost.later${separately}` : '';
}
