import { html, nothing } from 'lit';
import { problemText, t } from '../../i18n.js';
import { head } from '../blocks.js';
import { icon } from './icons.js';
import { errorText } from './words.js';

const SHOWN = 20;

/**
 * What every page of the admin's has: heading, what it is for, what was done, what went wrong.
 *
 * @param {{id: string, lead?: unknown, said?: string, problem?: import('../../api.js').Problem, tool?: unknown,
 *   again?: () => void}} page `tool` stands beside the heading, `again` tries once more what went wrong
 * @param content what is below
 */
export function frame({ id, lead, said, problem, tool, again }, content) {
  return html`<div class="admin">
    ${head(t(`screen.${id}`), tool)}
    <p class="lead">${lead ?? t(`admin.${id}.lead`)}</p>
    <div class="admin-says">
      <p role="status" class="said">${said ?? nothing}</p>
      <div role="alert">${problem ? failure(refusal(problem), again) : nothing}</div>
    </div>
    ${content}
  </div>`;
}

/** A refusal in words; what is wrong with a file each with its place, the first ones of many. */
export function refusal(problem) {
  const errors = problem.errors ?? [];
  return errors.length === 0
    ? problemText(problem)
    : html`<p>${t('admin.errors', { count: errors.length })}</p>
        <ul class="errors">
          ${errors.slice(0, SHOWN).map(place)}
          ${errors.length > SHOWN ? html`<li>…</li>` : nothing}
        </ul>`;
}

/** Where in a file, what in general, and what exactly: the server's words name the column and the value. */
function place({ field, code, detail }) {
  const line = /^line (\d+)$/.exec(field ?? '');
  const general = errorText({ code, detail });
  return html`<li>
    ${field ? html`<strong>${line ? t('admin.errors.line', { line: line[1] }) : field}</strong>: ` : nothing}${general}
    ${detail && detail !== general ? html`<span class="hint">${detail}</span>` : nothing}
  </li>`;
}

/** Something that went wrong. */
export function failure(text, again) {
  return html`<div class="error">
    ${icon('warning')}
    <div>${text}</div>
    ${again ? html`<button type="button" @click=${again}>${t('admin.again')}</button>` : nothing}
  </div>`;
}
