import { html, nothing } from 'lit';
import { get } from '../../api.js';
import { Part } from '../part.js';
import { frame } from './frame.js';
import './rule.js';

/** Deadlines and fallbacks, each with where its value comes from. */
class Rules extends Part {
  static properties = { settings: { state: true }, problem: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      this.settings = await get('/admin/settings');
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  #changed(setting) {
    this.settings = this.settings.map((each) => (each.name === setting.name ? setting : each));
  }

  render() {
    const rules = (settings) => html`<div class="rules">${settings.map((each) => html`<st-admin-rule .setting=${each} @changed=${({ detail }) => this.#changed(detail)}></st-admin-rule>`)}</div>`;
    return frame({ id: 'rules', problem: this.problem, again: () => this.#load() }, this.settings ? rules(this.settings) : nothing);
  }
}

customElements.define('st-admin-rules', Rules);
