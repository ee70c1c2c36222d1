import { html, nothing } from 'lit';
import { money, t } from '../i18n.js';
import { icon } from './icons.js';

/**
 * What a transfer that has ended costs, honestly: the sum, once the target's call is over and a tariff tells; that others
 * bill it; or that it is not known. Nothing for one that stayed in the house, or that nobody outside answered.
 *
 * @param {import('../types.js').Transfer} transfer
 */
export function cost({ cost: euros, chargedSeparately, target, outcome, state }) {
  const known = euros !== null && euros !== undefined;
  const outside = target.type === 'NUMBER' && (outcome ?? state) === 'COMPLETED';
  if (!known && !chargedSeparately && !outside) {
    return nothing;
  }
  const text = known ? t(chargedSeparately ? 'cost.charged' : 'cost.known', { cost: money(euros) }) : t(chargedSeparately ? 'cost.separate' : 'cost.open');
  return html`<p class="cost">${icon('euro')}<span>${text}</span></p>`;
}
