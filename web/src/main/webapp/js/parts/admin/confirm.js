import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { modal } from '../blocks.js';
import { Part } from '../part.js';
import { failure } from './frame.js';

/**
 * Asks once before something that cannot be taken back, in a dialog. `work` is done when it is confirmed; while it is
 * refused the dialog stays and `refusal(problem)` says why. Tells `done` and `closed`.
 */
class Confirm extends Part {
  static properties = { heading: {}, lead: {}, action: {}, work: {}, refusal: {}, problem: { state: true }, busy: { state: true } };

  render() {
    return html`<dialog class="ask" ${modal()} role="alertdialog" aria-labelledby="ask-title" aria-describedby="ask-lead" @close=${() => this.dispatchEvent(new Event('closed'))}>
      <h2 id="ask-title">${this.heading}</h2>
      <div id="ask-lead">${this.lead}</div>
      <div role="alert">${this.problem ? failure(this.refusal(this.problem)) : nothing}</div>
      <div class="ask-foot">
        <button type="button" autofocus @click=${this.#close}>${t('admin.cancel')}</button>
        <button type="button" class="danger" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.#go}>${this.action}</button>
      </div>
    </dialog>`;
  }

  #close() {
    this.querySelector('dialog').close();
  }

  async #go() {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      await this.work();
      this.dispatchEvent(new Event('done'));
      this.#close();
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('st-admin-confirm', Confirm);
