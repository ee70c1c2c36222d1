/** A table whose rows stay the same elements while the board around them changes: what has the focus keeps it. */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { t } from '../../i18n.js';
import { empty } from '../blocks.js';

/**
 * @param {{ id: string, title: string, note?: unknown, key: (row: any) => string, rows: any[], none: string,
 *   columns: { title: string, cell: (row: any) => unknown, num?: boolean }[] }} of a column without a title is for buttons
 */
export function lines({ id, title, note = nothing, key, rows, none, columns }) {
  return html`<section class="board-part" aria-labelledby=${id}>
    <div class="board-part-head"><h2 id=${id}>${title}</h2>${note}</div>
    ${rows.length ? filled({ id, key, rows, columns }) : empty(none)}
  </section>`;
}

/** On a phone each row is a card; what is no longer laid out as a table loses its roles, so they are written out. */
function filled({ id, key, rows, columns }) {
  return html`<div class="table-box" role="group" aria-labelledby=${id} tabindex="0">
    <table class="table stack" role="table" aria-labelledby=${id}>
      <thead role="rowgroup"><tr role="row">${columns.map(heading)}</tr></thead>
      <tbody role="rowgroup">${repeat(rows, key, (row) => html`<tr role="row" data-key=${key(row)}>${columns.map((each) => cell(each, row))}</tr>`)}</tbody>
    </table>
  </div>`;
}

function heading({ title, num }) {
  return html`<th role="columnheader" scope="col" class=${num ? 'num' : ''}>${title || html`<span class="unseen">${t('table.actions')}</span>`}</th>`;
}

function cell({ title, num, cell: content }, row) {
  return html`<td role="cell" data-title=${title} class=${num ? 'num' : ''}>${content(row)}</td>`;
}
