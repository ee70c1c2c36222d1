/** The server's time as this page knows it, and the one ticker that makes durations move. */

let skew = 0;
const ticking = new Set();
let timer = 0;

/** Learns the server's clock from a Date header; one second is good enough for durations. */
export function learn(dateHeader) {
  const at = Date.parse(dateHeader ?? '');
  if (!Number.isNaN(at) && Math.abs(at - Date.now() - skew) > 1500) {
    skew = at - Date.now();
  }
}

/** Milliseconds since the epoch, by the server's clock. */
export function now() {
  return Date.now() + skew;
}

/** Milliseconds of an ISO 8601 text, or of an epoch number in seconds as some serialisers write it. */
export function instant(value) {
  return typeof value === 'number' ? value * 1000 : Date.parse(value);
}

/** Calls back four times a second while at least one listener is there; returns what stops it. */
export function everyTick(callback) {
  ticking.add(callback);
  timer ||= setInterval(() => ticking.forEach((each) => each()), 250);
  return () => {
    ticking.delete(callback);
    if (ticking.size === 0) {
      clearInterval(timer);
      timer = 0;
    }
  };
}

/** Seconds as 0:07, 12:34 or 1:02:03. */
export function duration(milliseconds) {
  const total = Math.max(0, Math.floor(milliseconds / 1000));
  const seconds = String(total % 60).padStart(2, '0');
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  return hours ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}
