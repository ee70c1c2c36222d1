import { html, nothing } from 'lit';
import { get, request } from '../../api.js';
import { t } from '../../i18n.js';
import { Part } from '../part.js';
import { fileTools } from './files.js';
import { frame } from './frame.js';
import { icon } from './icons.js';
import { preview } from './preview.js';
import { count } from './words.js';

const SHOWN = 30;

/** Import and export of the directory file: what a file would change is said before it does. */
class DirectoryFile extends Part {
  static properties = { file: { state: true }, problem: { state: true }, said: { state: true }, busy: { state: true } };

  render() {
    const link = html`<a class="button" href="/api/admin/directory" download="directory.json">${icon('save')}<span>${t('admin.directory.export')}</span></a>`;
    const tools = { link, accept: '.json,application/json', onFile: (file) => this.#chosen(file) };
    return frame(
      { id: 'directory', said: this.said, problem: this.problem },
      html`${fileTools(tools)}
        <p class="hint">${t('admin.directory.passwords')}</p>
        ${this.file ? this.#preview() : nothing}`,
    );
  }

  async #chosen(file) {
    this.said = null;
    this.problem = null;
    this.file = null;
    const text = await file.text();
    try {
      this.file = { name: file.name, text, changes: preview(JSON.parse(text), await get('/admin/directory')) };
      this.focusOn('#preview-title');
    } catch (problem) {
      this.problem = problem instanceof SyntaxError ? { errors: [{ field: file.name, code: 'not-json', detail: problem.message }] } : problem;
    }
  }

  #preview() {
    const { name, changes } = this.file;
    const nothingNew = changes.every((each) => each.added.length + each.changed.length === 0);
    return html`<section class="card preview" aria-labelledby="preview-title">
      <h2 id="preview-title" tabindex="-1">${t('admin.directory.would', { name })}</h2>
      ${changes.map((each) => this.#kind(each))}
      <p class="hint">${t(nothingNew ? 'admin.directory.nothing' : 'admin.directory.keeps')}</p>
      <div class="form-foot">
        <button type="button" class="primary" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.#import}>${t(this.busy ? 'admin.saving' : 'admin.directory.go')}</button>
        <button type="button" @click=${() => (this.file = null)}>${t('admin.cancel')}</button>
      </div>
    </section>`;
  }

  #kind({ kind, added, changed, unchanged }) {
    return html`<h3>${t(`admin.directory.${kind}`)}</h3>
      <p>${t('admin.directory.counts', { added: count(added.length), changed: count(changed.length), unchanged: count(unchanged) })}</p>
      ${this.#names('admin.directory.added', added)} ${this.#names('admin.directory.changed', changed)}`;
  }

  #names(label, names) {
    return names.length
      ? html`<details><summary>${t(label, { count: count(names.length) })}</summary><ul class="names">${names.slice(0, SHOWN).map((each) => html`<li><bdi>${each}</bdi></li>`)}${names.length > SHOWN ? html`<li>…</li>` : nothing}</ul></details>`
      : nothing;
  }

  async #import() {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      const { created, changed } = await request('PUT', '/admin/directory', new Blob([this.file.text], { type: 'application/json' }), 120000);
      this.said = t('admin.directory.done', { name: this.file.name, created: count(created), changed: count(changed) });
      this.file = null;
      this.focusOn('h1');
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('st-admin-directory', DirectoryFile);
