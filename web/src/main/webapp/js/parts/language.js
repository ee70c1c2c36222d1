import { html } from 'lit';
import { LANGUAGES, current, t } from '../i18n.js';
import { setLanguage } from '../session.js';
import { Part, act } from './part.js';

/** The choice of language; the page switches at once. */
class Language extends Part {
  render() {
    return html`<div class="language" role="group" aria-label=${t('language.label')}>
      ${LANGUAGES.map(
        (code) => html`<button
          type="button"
          class="flat"
          lang=${code}
          aria-label=${t(`language.${code}`)}
          aria-pressed=${current() === code ? 'true' : 'false'}
          @click=${() => act(this, () => setLanguage(code), code)}
        >
          ${code.toUpperCase()}
        </button>`,
      )}
    </div>`;
  }
}

customElements.define('st-language', Language);
