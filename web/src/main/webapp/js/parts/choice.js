import { html, nothing } from 'lit';
import { t } from '../i18n.js';
import { isFavourite, toggleFavourite } from '../quick.js';
import { act } from './part.js';
import { icon } from './icons.js';
import { ariaKey, keyHint } from './key.js';
import { price } from './price.js';
import { answered, badge, queue } from './reach.js';

/** Who was chosen, beside the button that goes on: how they can be reached, what it costs, and the star. */
export function choice({ name, target, number }) {
  return html`<span class="to">→ <bdi>${name}</bdi></span>
    ${target && target.availability ? html`${badge(target)}${queue(target)}${answered(target, 'target.answered.long')}` : nothing} ${number ? price({ ...number, chargedSeparately: false }) : nothing}
    ${target ? star(target) : nothing}`;
}

function star(target) {
  const kept = isFavourite(target);
  return html`<button class="flat star" data-key="favourite" aria-keyshortcuts=${ariaKey('favourite')} aria-pressed=${kept ? 'true' : 'false'} @click=${() => act({}, () => toggleFavourite(target))}>
    ${icon(kept ? 'starred' : 'star')}<span>${t('favourite.keep')}</span>${keyHint('favourite')}
  </button>`;
}

/** The second look at a number that costs somebody something of its own: one more press, with the price in view. */
export function secondLook({ name, number }, goOn, back) {
  return html`<div class="second-look step" role="group" aria-labelledby="look-title" aria-describedby="look-text">
    <h3 id="look-title">${icon('euro')}${t('look.title')}</h3>
    <p id="look-text"><bdi>${name}</bdi>: ${t(`number.class.${number.class}`)}. ${t('look.text')} ${price({ ...number, chargedSeparately: false })}</p>
    <div class="actions">
      <button class="look-yes" @click=${goOn}>${t('look.yes')}</button>
      <button class="flat" @click=${back}>${t('look.no')}</button>
    </div>
  </div>`;
}
