/** What is pressed or pasted while the transfer's panel is open, and not on a field of its own. */
import { pastedNumber } from '../numbers.js';
import { actionOf, combo, typing } from '../shortcuts.js';

/** Actions that no button of the page has. */
const PANELS = ['blind', 'attended', 'consult', 'note'];

/**
 * Listens for a panel while it is there.
 *
 * @param {import('./part.js').Part} panel
 * @param {(event: KeyboardEvent) => void} key hears of a key before anybody else does
 * @param {(number: string) => void} number hears of a number that was pasted anywhere but into a note
 * @returns {() => void} what stops it
 */
export function strays(panel, key, number) {
  const pressed = (event) => isMeant(panel, event) && key(event);
  const pasted = (event) => {
    const found = pastedNumber(event.clipboardData?.getData('text') ?? '');
    if (found && !event.target.closest?.('textarea, #number, #dial') && panel.checkVisibility()) {
      event.preventDefault();
      number(found);
    }
  };
  document.addEventListener('keydown', pressed, true);
  document.addEventListener('paste', pasted);
  return () => {
    document.removeEventListener('keydown', pressed, true);
    document.removeEventListener('paste', pasted);
  };
}

/** A click beside the fields takes the focus out of the panel: a key still means it, while nobody else can be meant. */
function isMeant(panel, event) {
  const { target, key } = event;
  const others = panel.contains(target) || typing(target) || key === 'Enter' || document.querySelector('dialog[open]');
  return !others && !isPages(event) && panel.checkVisibility() && document.querySelectorAll('st-panel').length === 1;
}

/** Who has just pressed another button of the page goes on with the page's keys. */
function isPages(event) {
  const action = actionOf(combo(event));
  return Boolean(action && !PANELS.includes(action) && event.target.closest?.('button, a'));
}
