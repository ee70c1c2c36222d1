/** The time zone that all times of the page are shown in: the person's choice, else the browser's. */
import { pref } from './preferences.js';

export const BROWSERS = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** An IANA name. */
export function zone() {
  const chosen = pref('timeZone', BROWSERS);
  return isZone(chosen) ? chosen : BROWSERS;
}

/** The day of an instant (milliseconds) in that zone, as 2026-11-23. */
export function dayOf(milliseconds) {
  const { year, month, day } = fields(milliseconds);
  return `${year}-${month}-${day}`;
}

/** When a day (2026-11-23) begins in that zone, in milliseconds; where a clock change skips midnight, the first instant. */
export function startOfDay(day) {
  const utc = Date.parse(`${day}T00:00:00Z`);
  let start = utc - offset(utc);
  start = utc - offset(start);
  return dayOf(start) < day ? start + 3600000 : start;
}

/** The day after, as text. */
export function nextDay(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86400000).toISOString().slice(0, 10);
}

const known = new Map();

function isZone(name) {
  if (!known.has(name)) {
    try {
      Intl.DateTimeFormat('en', { timeZone: name });
      known.set(name, true);
    } catch {
      known.set(name, false);
    }
  }
  return known.get(name);
}

function offset(milliseconds) {
  const { year, month, day, hour, minute, second } = fields(milliseconds);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - Math.floor(milliseconds / 1000) * 1000;
}

function fields(milliseconds) {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: zone(),
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(milliseconds);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}
