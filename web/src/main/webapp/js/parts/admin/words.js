/** How the admin's pages search, order and write what they list. */
import { instant } from '../../clock.js';
import { current, dateTime, has, t } from '../../i18n.js';

const collators = new Map();

/** Orders texts as the agent's language does, and numbers by their value. */
export function inOrder(one, other) {
  const language = current();
  if (!collators.has(language)) {
    collators.set(language, new Intl.Collator(language, { numeric: true }));
  }
  return typeof one === 'number' && typeof other === 'number' ? one - other : collators.get(language).compare(String(one ?? ''), String(other ?? ''));
}

/** Text as a search sees it: without case and accents. */
export function folded(text) {
  return String(text ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
}

/** Whether every word of a search is somewhere in a folded text. */
export function matches(haystack, search) {
  return folded(search)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/** A text from outside in the middle of a sentence: whatever directions it has stay its own (Unicode TR 9, isolates). */
export function isolated(text) {
  return `\u2068${text}\u2069`;
}

/** What is wrong with a field, in the page's language when the code is known, else in the server's words. */
export function errorText({ code, detail }) {
  const key = `admin.error.${code}`;
  return has(key) ? t(key) : detail || t('admin.error.invalid');
}

/** Date and time of an ISO 8601 text; nothing for nothing. */
export function moment(iso) {
  return iso ? dateTime(instant(iso)) : '';
}

export function count(number) {
  return new Intl.NumberFormat(current()).format(number);
}
