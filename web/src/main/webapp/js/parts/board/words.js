/** How the supervisors' screens say times and what happened. */
import { instant } from '../../clock.js';
import { current, has, t } from '../../i18n.js';
import { zone } from '../../zone.js';

const formats = new Map();

const locale = () => (current() === 'en' ? 'en-GB' : current());

function format(key, make) {
  const full = `${current()} ${zone()} ${key}`;
  if (!formats.has(full)) {
    formats.set(full, make());
  }
  return formats.get(full);
}

/** The clock of an instant (ISO text) to the tenth of a second, in the person's time zone. */
export function tenth(at) {
  const style = { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 1, hourCycle: 'h23', timeZone: zone() };
  return format('tenth', () => new Intl.DateTimeFormat(locale(), /** @type {Intl.DateTimeFormatOptions} */ (style))).format(instant(at));
}

/** Seconds to the tenth, with their unit. */
export function seconds(value) {
  const style = { style: 'unit', unit: 'second', unitDisplay: 'short', minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return format('seconds', () => new Intl.NumberFormat(locale(), /** @type {Intl.NumberFormatOptions} */ (style))).format(value);
}

/** From one instant to another in seconds; empty when the other has not come. */
export function between(from, to) {
  return to ? seconds((instant(to) - instant(from)) / 1000) : '';
}

/** A part of one as per cent; a dash for none. */
export function percent(rate) {
  const style = { style: 'percent', maximumFractionDigits: 1 };
  return rate === null ? '–' : format('percent', () => new Intl.NumberFormat(locale(), /** @type {Intl.NumberFormatOptions} */ (style))).format(rate);
}

/**
 * The words of a code of the server's in a call's fate, or the code itself where there are none.
 *
 * @param {'state'|'call'|'move'|'end'} group @param {string|null} code
 */
export function words(group, code) {
  const key = `fate.${group}.${code}`;
  return has(key) ? t(key) : String(code ?? '');
}
