import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { get, put } from '../../api.js';
import { t } from '../../i18n.js';
import { Part } from '../part.js';
import { same } from './draft.js';
import { switched } from './fields.js';
import { frame } from './frame.js';
import { lastChange } from './who.js';

const CLASSES = ['INTERNAL', 'DOMESTIC', 'MOBILE', 'FREE', 'SERVICE', 'PREMIUM', 'FOREIGN', 'EMERGENCY'];

/** Who may transfer where: classes of numbers by role. What is not ticked is refused. */
class Policies extends Part {
  static properties = { policies: { state: true }, draft: { state: true }, problem: { state: true }, said: { state: true }, busy: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.draft = {};
    this.#load();
  }

  async #load() {
    try {
      this.policies = await get('/admin/policies');
      this.draft = Object.fromEntries(this.policies.map(({ role, classes }) => [role, [...classes].sort()]));
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return frame({ id: 'policies', said: this.said, problem: this.problem }, this.policies ? this.#form() : nothing);
  }

  #form() {
    const changed = this.#changed();
    return html`<form @submit=${this.#save}>
      <div class="card matrix-frame">
        <table class="matrix">
          <caption class="unseen">${t('screen.policies')}</caption>
          <thead>
            <tr><th scope="col">${t('admin.policies.class')}</th>${this.policies.map(({ role }) => html`<th scope="col">${t(`admin.role.${role.toLowerCase()}`)}</th>`)}</tr>
          </thead>
          <tbody>${CLASSES.map((each) => this.#row(each))}</tbody>
        </table>
      </div>
      <div class="form-foot">
        <button class="primary" aria-disabled=${changed.length && !this.busy ? 'false' : 'true'}>${t(this.busy ? 'admin.saving' : 'admin.save')}</button>
        ${changed.length ? html`<button type="button" @click=${() => this.#load()}>${t('admin.undo')}</button><p class="quiet" role="status">${t('admin.unsaved')}</p>` : nothing}
      </div>
    </form>`;
  }

  #row(kind) {
    const word = t(`number.class.${kind}`);
    return html`<tr>
      <th scope="row">${word}${kind === 'EMERGENCY' ? html`<p class="hint">${t('admin.policies.emergency')}</p>` : nothing}</th>
      ${this.policies.map(
        ({ role }) => html`<td><label class="tick">
          <input type="checkbox" name="${role}-${kind}" aria-label="${t(`admin.role.${role.toLowerCase()}`)}: ${word}" ?disabled=${kind === 'EMERGENCY' && this.draft[role].includes(kind)} .checked=${live(this.draft[role].includes(kind))} @change=${({ target }) => this.#switch(role, kind, target.checked)} />
        </label></td>`,
      )}
    </tr>`;
  }

  #switch(role, kind, on) {
    this.said = null;
    this.draft = { ...this.draft, [role]: switched(this.draft[role], kind, on) };
  }

  #changed() {
    return this.policies.filter(({ role, classes }) => !same([...classes].sort(), this.draft[role]));
  }

  async #save(event) {
    event.preventDefault();
    if (this.busy || this.#changed().length === 0) {
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      for (const policy of this.#changed()) {
        await this.#send(policy);
      }
      this.said = t('admin.policies.saved');
    } catch (problem) {
      this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  async #send(policy) {
    try {
      this.#take(await put(`/admin/policies/${policy.role}`, { ...policy, classes: this.draft[policy.role] }));
    } catch (problem) {
      if (problem.code === 'stale') {
        await this.#rebase(policy);
      }
      throw problem;
    }
  }

  /** Somebody was faster: my ticks stay on top of the newer policy, and the admin looks at it before saving again. */
  async #rebase(policy) {
    const newer = (await get('/admin/policies')).find(({ role }) => role === policy.role);
    const mine = CLASSES.filter((each) => policy.classes.includes(each) !== this.draft[policy.role].includes(each));
    const draft = mine.reduce((list, each) => switched(list, each, this.draft[policy.role].includes(each)), [...newer.classes].sort());
    const who = await lastChange({ subject: 'policy' }, policy.role);
    this.policies = this.policies.map((each) => (each.role === policy.role ? newer : each));
    this.draft = { ...this.draft, [policy.role]: draft };
    this.said = t(who ? 'admin.stale.by' : 'admin.stale.somebody', who ?? {});
  }

  #take(saved) {
    this.policies = this.policies.map((each) => (each.role === saved.role ? saved : each));
    this.draft = { ...this.draft, [saved.role]: [...saved.classes].sort() };
  }
}

customElements.define('st-admin-policies', Policies);
