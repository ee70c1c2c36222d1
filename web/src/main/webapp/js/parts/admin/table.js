import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../i18n.js';
import { icon } from './icons.js';

/**
 * A column. `value` is what is sorted and searched, `cell` what is shown when that is not the same; `head` marks the
 * column that names its row.
 *
 * @typedef {{name: string, label: string, value: (row: any) => any, cell?: (row: any) => unknown, head?: boolean,
 *   number?: boolean, fixed?: boolean}} Column
 */

/**
 * A table that becomes a list of cards on a narrow screen. The roles are said aloud since the cards' style would
 * otherwise take them away.
 *
 * @param {{caption: string, columns: Column[], rows: any[], key: (row: any) => unknown, sort?: {name: string, down: boolean},
 *   onSort?: (name: string) => void, actions?: (row: any) => unknown, foot?: unknown}} table
 */
export function table({ caption, columns, rows, key, sort, onSort, actions, foot }) {
  return html`<table class="grid" role="table" @keydown=${walk}>
    <caption class="unseen">${caption}</caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((each) => heading(each, sort, onSort))}
        ${actions ? html`<th role="columnheader" scope="col"><span class="unseen">${t('admin.actions')}</span></th>` : nothing}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(rows, key, (row) => html`<tr role="row">${columns.map((each) => cell(each, row))}${actions ? html`<td role="cell" class="grid-actions">${actions(row)}</td>` : nothing}</tr>`)}
    </tbody>
    ${foot ? html`<tfoot role="rowgroup">${foot}</tfoot>` : nothing}
  </table>`;
}

/** @param {Column} column */
function heading({ name, label, number, fixed }, sort, onSort) {
  const kind = number ? 'grid-number' : '';
  if (!onSort || fixed) {
    return html`<th role="columnheader" scope="col" class=${kind}>${t(label)}</th>`;
  }
  const sorted = sort.name === name;
  return html`<th role="columnheader" scope="col" class=${kind} aria-sort=${sorted ? (sort.down ? 'descending' : 'ascending') : nothing}>
    <button type="button" class="flat sort" @click=${() => onSort(name)}>${t(label)}${sorted ? icon(sort.down ? 'down' : 'up') : nothing}</button>
  </th>`;
}

/** @param {Column} column */
function cell({ label, value, cell: shown, head, number }, row) {
  const content = shown ? shown(row) : html`<bdi>${value(row) ?? ''}</bdi>`;
  const kind = `${number ? 'grid-number' : ''} ${!shown && !value(row) ? 'void' : ''}`;
  return head
    ? html`<th role="rowheader" scope="row" class=${kind}>${content}</th>`
    : html`<td role="cell" class=${kind} data-label=${t(label)}><div>${content}</div></td>`;
}

/** Up and down go to the same control of the row before or after. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const row = event.target.closest('tbody tr');
  if (!step || !row || !event.target.matches('button, a')) {
    return;
  }
  const rows = [...row.parentElement.children];
  const next = rows[rows.indexOf(row) + step];
  const controls = (each) => [...each.querySelectorAll('button, a')];
  if (next) {
    event.preventDefault();
    controls(next)[controls(row).indexOf(event.target)]?.focus();
  }
}
