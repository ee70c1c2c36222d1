/**
 * Keys that press the page's buttons: an element says by `data-key` which action it is. A single key never acts while
 * something is typed, each can be changed, and all of them can be switched off (WCAG 2.1.4).
 */
import { pref, setPref } from './preferences.js';
import { address, loaded } from './screens.js';
import { store } from './store.js';

/** Every action, with the key it has while nothing else was chosen. */
export const SHORTCUTS = {
  help: '?',
  transfer: 't',
  blind: 'b',
  attended: 'a',
  consult: 'k',
  note: 'n',
  favourite: 'f',
  complete: 'c',
  swap: 's',
  back: 'r',
  again: 'y',
  elsewhere: 'e',
  hold: 'h',
  hangup: 'Shift+x',
  dial: 'd',
};

const MODIFIERS = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Dead', 'Process', 'Unidentified'];
/** What moves, chooses or scrolls everywhere, and what begins a number in the transfer's panel. */
const RESERVED = /^(Shift\+)?(Escape|Tab|Enter| |Space|Arrow\w+|Home|End|Page\w+|F\d+|[0-9+])$/;
const FIELD = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';

/** What was pressed, for example `t`, `Shift+x` or `Alt+t`; empty for a modifier alone. */
export function combo(event) {
  const { key } = event;
  if (MODIFIERS.includes(key) || event.isComposing) {
    return '';
  }
  const typed = event.getModifierState('AltGraph');
  const cased = key.length > 1 || key.toLowerCase() !== key.toUpperCase();
  const held = [event.ctrlKey && !typed && 'Ctrl', event.altKey && !typed && 'Alt', event.metaKey && 'Meta', event.shiftKey && cased && 'Shift'];
  return [...held.filter(Boolean), key.length === 1 ? key.toLowerCase() : key].join('+');
}

/** Whether what is pressed here becomes text. */
export function typing(target) {
  return target instanceof Element && target.matches(FIELD);
}

export function keysOff() {
  return Boolean(chosen().off);
}

/** The key of an action as it is chosen now; empty when it has none, or all are off. */
export function keyOf(name) {
  return keysOff() ? '' : chosenKey(name);
}

/** The same, also while all are off. */
export function chosenKey(name) {
  return chosen().keys?.[name] ?? SHORTCUTS[name];
}

/** The action of a key; undefined when there is none. */
export function actionOf(keys) {
  return keys ? Object.keys(SHORTCUTS).find((name) => keyOf(name) === keys) : undefined;
}

/**
 * Why an action cannot have this key.
 *
 * @returns {{code: 'reserved'|'taken', by?: string} | null} null when it can; `by` is the action that has it
 */
export function conflict(name, keys) {
  if (RESERVED.test(keys)) {
    return { code: 'reserved' };
  }
  const by = keys && Object.keys(SHORTCUTS).find((each) => each !== name && chosenKey(each) === keys);
  return by ? { code: 'taken', by } : null;
}

/** Gives an action a key; an empty one takes it away. */
export function setKey(name, keys) {
  return setPref('shortcuts', { ...chosen(), keys: { ...chosen().keys, [name]: keys } });
}

export function switchKeys(on) {
  return setPref('shortcuts', { ...chosen(), off: !on });
}

export function resetKeys() {
  return setPref('shortcuts', null);
}

/** Shows the list of keys, where they are changed; its key needs no button, for a narrow page's header has none. */
export async function openKeys() {
  await loaded({ css: '/css/keys.css', load: () => import('./parts/keys.js') });
  if (!document.querySelector('st-keys')) {
    document.body.append(document.createElement('st-keys'));
  }
}

function chosen() {
  const kept = pref('shortcuts', {});
  return typeof kept === 'object' ? kept : {};
}

function pressed(event) {
  const keys = combo(event);
  const action = actionOf(keys);
  const single = !/^(Ctrl|Alt|Meta)\+/.test(keys);
  if (!action || event.defaultPrevented || event.repeat || store.view !== 'desk' || (single && typing(event.target)) || document.querySelector('dialog[open]')) {
    return;
  }
  if (action === 'help') {
    event.preventDefault();
    openKeys();
  } else if (press(action)) {
    event.preventDefault();
  }
}

/** Presses the first button of an action that can be pressed; one of the call is looked for from every screen. */
function press(action) {
  const found = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll(`[data-key=${action}]`)]);
  const all = found.filter((each) => !each.disabled && each.getAttribute('aria-disabled') !== 'true');
  const seen = all.find((each) => each.checkVisibility());
  if (!seen && all.some((each) => each.closest('st-desk[hidden]'))) {
    addEventListener('hashchange', () => requestAnimationFrame(() => press(action)), { once: true });
    location.hash = address('call');
    return true;
  }
  if (seen) {
    typing(seen) ? seen.focus() : seen.click();
  }
  return Boolean(seen);
}

document.addEventListener('keydown', pressed);
