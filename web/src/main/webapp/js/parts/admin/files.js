import { html } from 'lit';
import { t } from '../../i18n.js';
import { icon } from './icons.js';

/** A link that saves a file, and a button that chooses one. */
export function fileTools({ link, accept, onFile }) {
  const chosen = ({ target }) => {
    if (target.files.length) {
      onFile(target.files[0]);
    }
    target.value = '';
  };
  return html`<div class="file-tools">
    ${link}
    <input type="file" accept=${accept} hidden @change=${chosen} />
    <button type="button" @click=${({ target }) => target.closest('.file-tools').querySelector('input').click()}>${icon('open')}${t('admin.import')}</button>
  </div>`;
}
