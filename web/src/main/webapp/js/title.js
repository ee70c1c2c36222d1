/** The title of the browser's tab, which tells a ringing call to an agent who reads another page. */
import { t } from './i18n.js';
import { store } from './store.js';

export function title() {
  const [call] = store.liveCalls();
  const words = [call && said(call), store.view === 'desk' && shown()];
  if (call?.state !== 'RINGING' && store.screen?.id !== 'call') {
    words.reverse();
  }
  return [...words.filter(Boolean), t('app.name')].join(' · ');
}

function said(call) {
  const state = call.state === 'RINGING' ? `${call.state}.${call.direction}` : call.state;
  const mark = call.state === 'RINGING' ? '● ' : store.returnedOf(call)?.state === 'RETURNED' ? '↩ ' : '';
  return `${mark}${t(`call.state.${state}`)}: ${call.party.name ?? call.party.number}`;
}

/** The screen; the call's own is told by the call, or by the agent's state while there is none. */
function shown() {
  if (store.screen.id !== 'call') {
    return t(`screen.${store.screen.id}`);
  }
  return store.calls.size ? '' : t(`state.${store.me.state}`);
}
