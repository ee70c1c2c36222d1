/**
 * What several screens are built of (their looks are in css/screens.css, which is there on every screen but the call's):
 *
 *   head(title, actions)             the h1 that gets the focus, and buttons beside it
 *   table({ caption, columns, rows })  columns: [{ title, cell: (row) => template, num }]; empty says what if there are none
 *   field({ id, label, ... })        a labelled input with hint and error; choice(...) the same with a select
 *   refusal(problem)                 why something was not done, read aloud
 *   csv(path, params)                a link that saves a report as CSV
 *   pager({ page, size, total, go }) earlier and later pages
 *   empty(text)                      nothing here, and why
 *   modal()                          for `<dialog class="dialog" ${modal()} aria-labelledby=… @close=…>`: open while it
 *                                    is rendered; the focus goes back to where it was
 */
import { html, noChange, nothing } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { problemText, t } from '../i18n.js';
import { icon } from './icons.js';

export function head(title, actions = nothing) {
  return html`<div class="screen-head"><h1 tabindex="-1">${title}</h1><div class="toolbar">${actions}</div></div>`;
}

/**
 * @param {{ caption: string, columns: { title: string, cell: (row: any) => unknown, num?: boolean }[], rows: any[],
 *   empty?: string, stack?: boolean }} of a column without a title is for buttons; a stacked table shows each row as a
 *   card on a phone (the roles are written out: what is no longer laid out as a table loses them)
 */
export function table({ caption, columns, rows, empty: none = '', stack = false }) {
  if (!rows.length && none) {
    return empty(none);
  }
  return html`<div class="table-box" role="group" aria-label=${caption} tabindex="0">
    <table class="table ${stack ? 'stack' : ''}" role="table">
      <caption class="unseen">${caption}</caption>
      <thead role="rowgroup"><tr role="row">${columns.map((each) => html`<th role="columnheader" scope="col" class=${each.num ? 'num' : ''}>${each.title || html`<span class="unseen">${t('table.actions')}</span>`}</th>`)}</tr></thead>
      <tbody role="rowgroup">${rows.map((row) => html`<tr role="row">${columns.map((each) => html`<td role="cell" data-title=${each.title} class=${each.num ? 'num' : ''}>${each.cell(row)}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}

/** @param {{ id: string, label: string, value?: unknown, type?: string, hint?: string, error?: string, required?: boolean, change?: (value: string) => void }} of */
export function field(of) {
  const { id, label, value = '', type = 'text', required = false, change } = of;
  return around(of, html`<input id=${id} name=${id} type=${type} .value=${String(value)} ?required=${required} autocomplete="off"
    aria-invalid=${of.error ? 'true' : 'false'} aria-describedby=${`${id}-hint ${id}-error`}
    @change=${(event) => change?.(event.target.value)} />`, label);
}

/** @param {{ id: string, label: string, value: string, options: string[][], hint?: string, error?: string, change?: (value: string) => void }} of options: value and text */
export function choice(of) {
  const { id, label, value, options, change } = of;
  return around(of, html`<select id=${id} name=${id} aria-invalid=${of.error ? 'true' : 'false'} aria-describedby=${`${id}-hint ${id}-error`}
    @change=${(event) => change?.(event.target.value)}>
    ${options.map(([key, text]) => html`<option value=${key} ?selected=${key === value}>${text}</option>`)}
  </select>`, label);
}

/** @param {{ id: string, hint?: string, error?: string }} of */
function around({ id, hint, error }, control, label) {
  return html`<div class="field">
    <label for=${id}>${label}</label>${control}
    <p class="hint" id="${id}-hint">${hint ?? nothing}</p>
    <p class="field-error" id="${id}-error">${error ? html`${icon('warning')}<span>${error}</span>` : nothing}</p>
  </div>`;
}

export function refusal(problem) {
  return html`<div role="alert">${problem ? html`<p class="error">${icon('warning')}<span>${problemText(problem)}</span></p>` : nothing}</div>`;
}

/** @param {string} path under /api @param {Record<string, string>} params */
export function csv(path, params = {}) {
  const query = new URLSearchParams({ ...params, format: 'csv' });
  return html`<a class="button" href="/api${path}?${query}" download>${icon('save')}<span>${t('table.csv')}</span></a>`;
}

/** @param {{ page: number, size: number, total: number, go: (page: number) => void }} of pages count from 0 */
export function pager({ page, size, total, go }) {
  const last = Math.max(0, Math.ceil(total / size) - 1);
  return html`<div class="pager" role="group" aria-label=${t('table.pages')}>
    <button type="button" ?disabled=${page <= 0} @click=${() => go(page - 1)}>${t('table.previous')}</button>
    <span role="status">${t('table.page', { page: page + 1, pages: last + 1, total })}</span>
    <button type="button" ?disabled=${page >= last} @click=${() => go(page + 1)}>${t('table.next')}</button>
  </div>`;
}

export function empty(text) {
  return html`<p class="empty">${text}</p>`;
}

class Modal extends AsyncDirective {
  #before = null;

  render() {
    return noChange;
  }

  update({ element }) {
    if (!this.#before) {
      this.#before = document.activeElement;
      queueMicrotask(() => element.isConnected && !element.open && element.showModal());
    }
    return noChange;
  }

  /** A dialog that is taken away while it is open does not give the focus back by itself. */
  disconnected() {
    const before = this.#before;
    queueMicrotask(() => document.activeElement === document.body && before?.focus());
  }
}

export const modal = directive(Modal);
