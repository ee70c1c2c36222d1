/** When the log-in ends unless the agent does something, as the server's last answer said. */
import { instant, now } from './clock.js';

const LONGEST_WARNING = 5 * 60 * 1000;
/** Of what was left when the server last said it: who asked for a short session is not warned all the time. */
const WARNED_PART = 1 / 3;
/** The server's clock is known to about a second. */
const NEARLY = 1500;

let end = 0;
let warnFrom = 0;

/** @param {string|null} header Session-Ends; null from a proxy, or without a session */
export function learnEnd(header) {
  const said = instant(header ?? '');
  if (!Number.isNaN(said) && said !== end) {
    end = said;
    warnFrom = end - Math.min(LONGEST_WARNING, (end - now()) * WARNED_PART);
  }
}

export function forgetEnd() {
  end = warnFrom = 0;
}

/** Milliseconds since the epoch; 0 while nobody has said. */
export function sessionEnd() {
  return end;
}

/** Whether the agent is to be told that the end is near. */
export function endIsNear() {
  return end > 0 && now() >= warnFrom;
}

export function isOver() {
  return end > 0 && now() >= end - NEARLY;
}
