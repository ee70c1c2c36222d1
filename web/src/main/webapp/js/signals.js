/**
 * What is told without looking at the page, as far as the agent switched it on: by sound, by voice, and by a notification
 * of the desktop while the page is not looked at. Of several open pages one tells.
 */
import { current, t } from './i18n.js';
import { pref } from './preferences.js';
import { address } from './screens.js';
import { store } from './store.js';
import { play } from './tones.js';

const VOICES = { fi: 'fi-FI', sv: 'sv-SE', en: 'en-GB' };
const SEEN_OUTSIDE = ['incoming', 'returned'];

/** The notifications of the desktop, by the call that each is about. @type {Map<string, Notification>} */
const shown = new Map();

let telling = !navigator.locks;
let giveWay = null;

/** One page has the lock while somebody is logged in to it; a page at the log-in leaves it to the others. */
store.listen(() => {
  const wanted = store.view === 'desk';
  if (wanted && !giveWay) {
    const left = new Promise((resolve) => (giveWay = resolve));
    const mine = giveWay;
    navigator.locks?.request('signals', () => {
      telling = mine === giveWay;
      return left;
    });
  } else if (!wanted && giveWay) {
    telling = !navigator.locks;
    giveWay();
    giveWay = null;
  }
});

/** @typedef {'incoming'|'returned'|'failure'|'news'} Kind */

/**
 * Tells one thing.
 *
 * @param {Kind} kind
 * @param {string} text in the agent's language
 * @param {string} about the call's id: what is told of it later replaces the notification, and `withdraw` takes it back
 */
export function tell(kind, text, about) {
  if (!telling) {
    return;
  }
  if (kind !== 'news' && pref('sounds', false)) {
    play(kind);
  }
  if (pref('speech', false)) {
    speak(text, kind !== 'news');
  }
  if (SEEN_OUTSIDE.includes(kind) && notifies() && (document.hidden || !document.hasFocus())) {
    notify(text, about);
  }
}

/** Takes back what the desktop shows of a call: it was answered, or is over. */
export function withdraw(about) {
  shown.get(about)?.close();
  shown.delete(about);
  navigator.serviceWorker
    ?.getRegistration()
    .then((worker) => worker?.getNotifications({ tag: about }))
    .then((them) => them?.forEach((each) => each.close()))
    .catch(() => {});
}

/** Whether a desktop notification would be shown. */
export function notifies() {
  return pref('notifications', false) && allowed() === 'granted';
}

/** granted, denied, default (not asked yet) or missing. */
export function allowed() {
  return 'Notification' in window ? Notification.permission : 'missing';
}

/** Whether this browser can say something in the language of the page; unknown voices count as there. */
export function hasVoice() {
  const voices = window.speechSynthesis?.getVoices() ?? [];
  return Boolean(window.speechSynthesis) && (!voices.length || Boolean(voiceOf(voices)));
}

/** The last urgent text, until it was said. @type {SpeechSynthesisUtterance|null} */
let pressing = null;

/** Says a text aloud; what is urgent waits only for what is urgent too. */
export function speak(text, urgent = false) {
  if (!hasVoice()) {
    return;
  }
  const said = new SpeechSynthesisUtterance(text);
  said.lang = VOICES[current()];
  said.voice = voiceOf(speechSynthesis.getVoices()) ?? null;
  if (urgent) {
    pressing || speechSynthesis.cancel();
    pressing = said;
    said.onend = said.onerror = () => (pressing = pressing === said ? null : pressing);
  }
  speechSynthesis.speak(said);
}

/** A voice of another language would read nonsense. */
function voiceOf(voices) {
  return voices.find(({ lang }) => lang.replace('_', '-').toLowerCase().startsWith(current()));
}

function notify(body, tag) {
  const words = { body, tag, renotify: true, icon: '/icons/192.png', lang: current(), requireInteraction: true };
  try {
    const notification = new Notification(t('app.name'), words);
    shown.set(tag, notification);
    notification.onclick = () => {
      window.focus();
      location.hash = address('call');
      notification.close();
    };
  } catch {
    // A phone's browser shows them by the service worker only; sw.js does the rest.
    navigator.serviceWorker?.ready.then((worker) => worker.showNotification(t('app.name'), words));
  }
}
