import { html } from 'lit';
import { t } from '../i18n.js';
import { icon } from './icons.js';

const TYPES = { AGENT: 'agent', USER: 'user', INBOUND: 'inbound', NUMBER: 'number' };

/** The number types, in the product's order; `choose` is called with the one that is taken. */
export function types(chosen, choose) {
  return html`<fieldset class="step types">
    <legend>${t('transfer.type')}</legend>
    <div class="tiles">
      ${Object.entries(TYPES).map(
        ([type, drawing]) => html`<label class="tile">
          <input type="radio" name="type" .value=${type} .checked=${chosen === type} @change=${() => choose(type)} />
          ${icon(drawing)}<span>${t(`type.${type}`)}</span>
        </label>`,
      )}
    </div>
  </fieldset>`;
}
