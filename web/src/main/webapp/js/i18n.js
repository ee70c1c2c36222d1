/** The words: one JSON file per language, changed at once for the whole page. */
import { zone } from './zone.js';

export const LANGUAGES = ['fi', 'sv', 'en'];

const changes = new EventTarget();
const loaded = new Map();
let language = 'fi';
let words = {};

/** The language in use. */
export function current() {
  return language;
}

/** Before anybody is logged in: what was used here last, else what the browser prefers, else Finnish. */
export function preferred() {
  const wishes = [localStorage.getItem('language'), ...navigator.languages.map((each) => each.slice(0, 2))];
  return wishes.find((each) => LANGUAGES.includes(each)) ?? 'fi';
}

/** Switches the page; the last call wins when two cross. */
let wanted = '';
export async function use(code) {
  wanted = LANGUAGES.includes(code) ? code : 'fi';
  const chosen = wanted;
  if (!loaded.has(chosen)) {
    const response = await fetch(`/i18n/${chosen}.json`);
    loaded.set(chosen, await response.json());
  }
  if (chosen === wanted) {
    language = chosen;
    words = loaded.get(chosen);
    document.documentElement.lang = chosen;
    localStorage.setItem('language', chosen);
    changes.dispatchEvent(new Event('change'));
  }
}

/** Whether this key has words. */
export function has(key) {
  return key in words;
}

/** The text of a key with its {placeholders} filled in. */
export function t(key, params = {}) {
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => String(params[name] ?? all));
}

/** Words for what the server said: by code, else its own sentence, else something general. */
export function problemText(problem) {
  const key = `problem.${problem.code}`;
  return has(key) ? t(key) : problem.detail || t('problem.unknown', { code: problem.code });
}

/** The reason of a failure in words; a code nobody has words for is shown as it is. */
export function reasonText(reason) {
  const key = `reason.${String(reason).toLowerCase().replaceAll('_', '-')}`;
  return has(key) ? t(key) : String(reason);
}

/** The clock of an instant (milliseconds), in the person's time zone. */
export function time(milliseconds) {
  return shown(milliseconds, { timeStyle: 'medium' });
}

/** Hours and minutes. */
export function clock(milliseconds) {
  return shown(milliseconds, { timeStyle: 'short' });
}

/** Day and clock. */
export function dateTime(milliseconds) {
  return shown(milliseconds, { dateStyle: 'short', timeStyle: 'medium' });
}

/** The day alone. */
export function date(milliseconds) {
  return shown(milliseconds, { dateStyle: 'short' });
}

const formats = new Map();

function shown(milliseconds, style) {
  const key = `${language} ${zone()} ${Object.entries(style)}`;
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...style, timeZone: zone() }));
  }
  return formats.get(key).format(milliseconds);
}

/** A span of time as it is told, not measured: whole minutes, hours, days. */
export function span(milliseconds) {
  const minutes = Math.max(0, Math.floor(milliseconds / 60000));
  if (minutes < 1) {
    return t('span.now');
  }
  if (minutes < 60) {
    return t('span.minutes', { count: minutes });
  }
  return minutes < 1440 ? t('span.hours', { count: Math.floor(minutes / 60) }) : t('span.days', { count: Math.floor(minutes / 1440) });
}

export function money(euros, digits = 2) {
  return new Intl.NumberFormat(language === 'en' ? 'en-IE' : language, {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: digits,
    maximumFractionDigits: 4,
  }).format(euros);
}

/** Calls back at every change; returns what stops it. */
export function onChange(callback) {
  changes.addEventListener('change', callback);
  return () => changes.removeEventListener('change', callback);
}
