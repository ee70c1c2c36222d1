/** The copy of the page for times without a server (sw.js), and that no page is older than the server it talks to. */
import { ended, store } from './store.js';

/** The first look at a call comes before the copy. */
const QUIET = 2000;
let mine = null;

/** To be called whenever the server is reached: it may have become a newer one. */
export async function metServer() {
  try {
    const response = await fetch('/shell.json', { cache: 'no-store' });
    const { version } = await response.json();
    mine ??= version;
    if (version !== mine) {
      store.set({ outdated: true });
    }
    setTimeout(() => copy().catch(() => {}), QUIET);
  } catch {
    // Gone again; the next meeting tells.
  }
}

/**
 * Whether this page was opened without a server and is therefore about to be loaded anew, now that there is one: it may
 * come from an older copy.
 */
export function reopened(wasAway) {
  const again = wasAway && Boolean(navigator.serviceWorker?.controller);
  if (again) {
    location.reload();
  }
  return again;
}

/** A page between calls, with nothing begun, is renewed by itself; else the banner offers it. */
store.listen(() => {
  const busy = store.calls.size || [...store.transfers.values()].some((each) => !ended(each));
  if (store.outdated && !busy && store.screen?.id === 'call' && !document.activeElement?.['value']) {
    location.reload();
  }
});

async function copy() {
  if (!('serviceWorker' in navigator)) {
    return;
  }
  const { active } = await navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready);
  const loaded = performance.getEntriesByType('resource').map((each) => new URL(each.name).pathname);
  active?.postMessage({ libraries: loaded.filter((each) => each.startsWith('/_static/')) });
}

addEventListener('online', () => store.set({}));
addEventListener('offline', () => store.set({}));
