/** The title of the browser's tab, which tells a ringing call to an agent who reads another page. */
import { t } from './i18n.js';
import { store } from './store.js';

export function title() {
  const [call] = store.liveCalls();
  if (!call) {
    return store.view === 'desk' ? `${t(`state.${store.me.state}`)} · ${t('app.name')}` : t('app.name');
  }
  const state = call.state === 'RINGING' ? `${call.state}.${call.direction}` : call.state;
  return `${call.state === 'RINGING' ? '● ' : ''}${t(`call.state.${state}`)}: ${call.party.name ?? call.party.number} · ${t('app.name')}`;
}
