import { html, nothing } from 'lit';
import { money, t } from '../i18n.js';
import { icon } from './icons.js';

/**
 * What a transfer that has ended costs, honestly: the sum, once the target's call is over and a tariff tells; that it will
 * be known then; or that nobody knows. Nothing for one that stayed in the house, or that nobody outside answered.
 *
 * @param {import('../types.js').Transfer} transfer
 */
export function cost(transfer) {
  const key = words(transfer);
  return key ? html`<p class="cost">${icon('euro')}<span>${t(key, { cost: money(transfer.cost ?? 0) })}</span></p>` : nothing;
}

/** @param {import('../types.js').Transfer} transfer */
function words({ cost: euros, billedSeconds, chargedSeparately, target, outcome, state }) {
  const separately = chargedSeparately ? '.separately' : '';
  if (Number.isFinite(euros)) {
    return `cost.known${separately}`;
  }
  if (Number.isFinite(billedSeconds)) {
    return `cost.unknown${separately}`;
  }
  const talks = (outcome ?? state) === 'COMPLETED' && (chargedSeparately || target.type === 'NUMBER');
  return talks ? `cost.later${separately}` : '';
}
