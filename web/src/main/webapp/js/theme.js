/** Light or dark: as chosen, or as the system has it; the names of the colours are in css/tokens.css. */
import { pref } from './preferences.js';
import { store } from './store.js';

export const THEMES = ['system', 'light', 'dark'];

const darkSystem = matchMedia('(prefers-color-scheme: dark)');

/** Follows the choice and the system from now on; before anybody is logged in the last choice of this browser holds. */
export function followTheme() {
  show();
  store.listen(show);
  darkSystem.addEventListener('change', show);
}

function show() {
  if (store.view === 'desk') {
    localStorage.setItem('theme', pref('theme', 'system'));
  }
  const chosen = localStorage.getItem('theme') ?? 'system';
  const shown = chosen === 'system' ? (darkSystem.matches ? 'dark' : 'light') : chosen;
  if (document.documentElement.dataset.theme !== shown) {
    document.documentElement.dataset.theme = shown;
  }
}
