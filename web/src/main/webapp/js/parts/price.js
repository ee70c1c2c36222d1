import { html, nothing } from 'lit';
import { money, t } from '../i18n.js';
import { icon } from './icons.js';

const FREE = ['INTERNAL', 'FREE', 'EMERGENCY', 'INVALID'];

/**
 * What a number costs before the press, honestly: a minute, a call, or both; one that may cost something and has no known
 * price says so.
 *
 * @param {{ class: string, pricePerMinute?: number|null, pricePerCall?: number|null, chargedSeparately: boolean }} number
 */
export function price({ class: kind, pricePerMinute = null, pricePerCall = null, chargedSeparately }) {
  const costs = Boolean(pricePerMinute || pricePerCall);
  const free = FREE.includes(kind) && !costs;
  return html`${free ? nothing : html`<span class="badge price ${costs ? 'charged' : ''}">${words(pricePerMinute, pricePerCall)}</span>`}
  ${chargedSeparately ? html`<span class="badge charged">${icon('euro')}${t('number.charged')}</span>` : nothing}`;
}

/** What costs nothing is not told of where the other one costs something. */
function words(perMinute, perCall) {
  if (perMinute === null && perCall === null) {
    return t('number.unpriced');
  }
  const minute = perMinute || !perCall ? [t('number.price', { price: money(perMinute ?? 0) })] : [];
  const call = perCall ? [t('number.price.call', { price: money(perCall) })] : [];
  return [...minute, ...call].join(' + ');
}
