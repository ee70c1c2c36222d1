/** What every part of the page has in common: no shadow, so that one style sheet and one ARIA tree serve all. */
import { LitElement, html } from 'lit';
import { onChange } from '../i18n.js';
import { store } from '../store.js';

export class Part extends LitElement {
  #stops = [];

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    const update = () => this.requestUpdate();
    this.#stops = [store.listen(update), onChange(update)];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stops.forEach((stop) => stop());
  }

  /** Moves the focus after the next rendering, that of the parts inside included. */
  async focusOn(selector) {
    await this.updateComplete;
    await Promise.all([...this.querySelectorAll('*')].map((each) => each instanceof Part && each.updateComplete));
    this.querySelector(selector)?.focus();
  }
}

/**
 * Runs what a button starts; its refusal is shown as the page's notice. The button is not disabled meanwhile, for a
 * disabled button loses the keyboard's focus: the same press again is the same, and another one of this part waits for
 * its turn.
 *
 * @param {any} part whose buttons take turns
 * @param {() => Promise<unknown>} work
 * @param {string} what was pressed, where a part has more than one button
 */
export async function act(part, work, what = '') {
  const turns = (part.turns ??= new Map());
  if (!turns.has(what)) {
    turns.set(what, turn(work, [...turns.values()].at(-1), () => turns.delete(what)));
  }
}

async function turn(work, before, over) {
  await before;
  store.set({ notice: null });
  let refused = null;
  try {
    await work();
  } catch (problem) {
    refused = problem;
  }
  over();
  store.set(refused ? { notice: refused } : {});
}

/** Whether this press is under way. */
export function acting(part, what = '') {
  return Boolean(part.turns?.has(what));
}

const SHAPES = [/^(\+358)(\d{2})(\d{3})(\d+)$/, /^(0[45]\d)(\d{3})(\d{3,})$/, /^(0\d{3})(\d{3})(\d{3,})$/];

/** Service numbers are not dialled from abroad: nobody knows them with their country's code. */
const SERVICE = /^\+358(?=[13678]00)/;

/** A number spaced for reading; its text and what is copied stay the plain digits. */
export function spaced(number = '') {
  const known = number.replace(SERVICE, '0');
  const groups = SHAPES.map((shape) => shape.exec(known)).find(Boolean);
  const parts = groups ? groups.slice(1) : [known];
  return html`<span class="num">${parts.map((each) => html`<span>${each}</span>`)}</span>`;
}

/**
 * The name of a party, or its number when it has none. Text nodes only: names come from outside.
 *
 * @param {{name?: string, number?: string}} [party]
 */
export function called({ name, number } = {}) {
  return name ? html`<bdi>${name}</bdi>` : spaced(number);
}
