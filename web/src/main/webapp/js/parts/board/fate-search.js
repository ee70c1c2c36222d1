/** Looking for a call by a number, a name or an id. */
import { html } from 'lit';
import { instant } from '../../clock.js';
import { dateTime, t } from '../../i18n.js';
import { address } from '../../screens.js';
import { icon } from '../icons.js';
import { called, spaced } from '../part.js';
import { lines } from './lines.js';
import { words } from './words.js';

/** @param {string} text @param {(text: string) => void} find */
export function search(text, find) {
  const submit = (event) => {
    event.preventDefault();
    find(event.target.querySelector('input').value.trim());
  };
  return html`<form class="filters" role="search" @submit=${submit}>
    <div class="field">
      <label for="fate-search">${t('board.search.label')}</label>
      <input id="fate-search" type="search" .value=${text} autocomplete="off" />
      <p class="hint">${t('fate.search.hint')}</p>
    </div>
    <button class="primary">${icon('search')}<span>${t('board.search')}</span></button>
  </form>`;
}

export function calls(found) {
  return lines({
    id: 'fate-found',
    title: t('fate.found'),
    key: (each) => each.id,
    rows: found,
    none: t('fate.found.none'),
    columns: [
      { title: t('fate.began'), cell: ({ id, beganAt }) => html`<a href=${address('fate', id)}><time datetime=${beganAt}>${dateTime(instant(beganAt))}</time></a>` },
      { title: t('board.customer'), cell: ({ party }) => html`${called(party)} ${party.name ? html`<span class="quiet">${spaced(party.number)}</span>` : ''}` },
      { title: t('fate.inbound'), cell: ({ inbound }) => (inbound ? called(inbound) : '–') },
      { title: t('fate.agent'), cell: ({ agent }) => html`<bdi>${agent?.name ?? '–'}</bdi>` },
      { title: t('fate.transfers'), num: true, cell: ({ transferCount }) => transferCount },
      { title: t('board.state'), cell: ({ state, reason }) => (state === 'ENDED' && reason ? words('end', reason) : words('call', state)) },
    ],
  });
}
