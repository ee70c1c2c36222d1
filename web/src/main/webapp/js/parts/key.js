import { html, nothing } from 'lit';
import { has, t } from '../i18n.js';
import { keyOf } from '../shortcuts.js';

/** A key as it is read: single letters are printed large, as on the keyboard. */
export function keyText(keys) {
  return keys
    .split('+')
    .map((each) => (has(`key.${each}`) ? t(`key.${each}`) : each.length === 1 ? each.toUpperCase() : each))
    .join(' + ');
}

/** The key of an action, shown on its button; screen readers hear it from `aria-keyshortcuts`. */
export function keyHint(name) {
  const keys = keyOf(name);
  return keys ? html`<kbd aria-hidden="true">${keyText(keys)}</kbd>` : nothing;
}

/** For a button's `aria-keyshortcuts`. */
export function ariaKey(name) {
  return keyOf(name) || nothing;
}
