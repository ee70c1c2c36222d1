import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { current, has, t } from '../../i18n.js';
import { errorText } from './words.js';
import './secret.js';
import './picker.js';

/**
 * A field of a form. `name` is the server's, its words are `admin.field.<name>` and, when there are any,
 * `admin.hint.<screen>.<name>`.
 *
 * @typedef {{name: string, kind: 'text' | 'money' | 'secret' | 'choice' | 'choices' | 'people', required?: boolean,
 *   newRequired?: boolean, fixed?: boolean, keptWhen?: string, pattern?: string, most?: number, options?: () => {value: string, label: string}[], first?: any,
 *   type?: string}} Field
 */

const text = {
  typed: (value) => String(value ?? ''),
  sent: (typed) => typed.trim() || null,
  input: (field, facts) => html`<input
    id=${idOf(field)}
    type=${field.type ?? 'text'}
    inputmode=${field.kind === 'money' ? 'decimal' : nothing}
    autocomplete="off"
    autocapitalize="none"
    spellcheck="false"
    dir=${field.type === 'tel' || field.kind === 'money' ? nothing : 'auto'}
    maxlength=${field.most ?? nothing}
    pattern=${field.pattern ?? nothing}
    ?required=${facts.required}
    ?readonly=${facts.fixed}
    ?autofocus=${facts.first}
    aria-invalid=${facts.errors.length ? 'true' : nothing}
    aria-describedby=${facts.describedBy}
    .value=${live(facts.value)}
    @input=${(event) => facts.change(event.target.value)}
  />`,
};

const money = {
  ...text,
  typed: (value) => (typeof value === 'number' && current() !== 'en' ? String(value).replace('.', ',') : String(value ?? '')),
  sent: (typed) => (/^\d+([.,]\d+)?$/.test(typed.trim()) ? Number(typed.trim().replace(',', '.')) : typed.trim() || null),
};

/** Typed nothing: it stays as it is; null: it goes, which is sent as an empty text. */
const secret = {
  typed: () => '',
  sent: (typed) => (typed === null ? '' : typed || undefined),
  input: (field, facts) => html`<st-admin-secret
    .field=${idOf(field)}
    .required=${facts.required}
    .described=${facts.describedBy}
    .wrong=${facts.errors.length > 0}
    .value=${facts.value}
    .droppable=${Boolean(facts.secretKept && field.keptWhen)}
    @changed=${(event) => facts.change(event.detail)}
  ></st-admin-secret>`,
};

const choice = {
  typed: (value) => value ?? '',
  sent: (typed) => typed || null,
  input: (field, facts) => html`<select id=${idOf(field)} ?required=${facts.required} aria-invalid=${facts.errors.length ? 'true' : nothing} aria-describedby=${facts.describedBy} @change=${(event) => facts.change(event.target.value)}>
    ${field.required ? nothing : html`<option value="" .selected=${!facts.value}>${t('admin.none')}</option>`}
    ${field.options().map(({ value, label }) => html`<option value=${value} .selected=${value === facts.value}>${label}</option>`)}
  </select>`,
};

const choices = {
  typed: (value) => [...(value ?? [])].sort(),
  sent: (typed) => typed,
  group: true,
  input: (field, facts) => html`<div class="checks">
    ${field.options().map(
      ({ value, label }, index) => html`<label class="check">
        <input id=${index ? nothing : idOf(field)} type="checkbox" value=${value} .checked=${live(facts.value.includes(value))} @change=${(event) => facts.change(switched(facts.value, value, event.target.checked))} />
        <span>${label}</span>
      </label>`,
    )}
  </div>`,
};

const people = {
  ...choices,
  input: (field, facts) => html`<st-admin-picker .field=${idOf(field)} .options=${field.options()} .value=${facts.value} .described=${facts.describedBy} @changed=${({ detail }) => facts.change(switched(facts.value, detail.value, detail.on))}></st-admin-picker>`,
};

const KINDS = { text, money, secret, choice, choices, people };

export function kindOf(field) {
  return KINDS[field.kind];
}

/** A list with one value more or fewer, in a steady order, so that the same choice is the same list. */
export function switched(list, value, on) {
  return (on ? [...new Set([...list, value])] : list.filter((each) => each !== value)).sort();
}

export function idOf({ name }) {
  return `field-${name}`;
}

/**
 * One field with its label, its hint, what is wrong with it, and what somebody else wrote there meanwhile.
 *
 * @param {Field} field
 * @param {{screen: string, value: any, errors: {code: string, detail: string}[], theirs: any, required: boolean, fixed: boolean,
 *   first: boolean, secretKept: boolean, change: (value: any) => void}} facts
 */
export function fieldset(field, facts) {
  const id = idOf(field);
  const hint = hintOf(field, facts);
  const describedBy = [hint && `${id}-hint`, facts.errors.length && `${id}-error`, facts.theirs !== undefined && `${id}-theirs`].filter(Boolean).join(' ') || nothing;
  const { group, input } = kindOf(field);
  const below = html`${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
    ${input(field, { ...facts, describedBy })}
    ${facts.theirs === undefined ? nothing : html`<p class="field-theirs" id="${id}-theirs">${t('admin.stale.theirs', { value: shown(field, facts.theirs) })}</p>`}
    ${facts.errors.length ? html`<p class="field-error" id="${id}-error">${facts.errors.map(errorText).join(' ')}</p>` : nothing}`;
  const label = html`${t(`admin.field.${field.name}`)}${facts.required ? nothing : html` <span class="optional">${t('admin.optional')}</span>`}`;
  return group
    ? html`<fieldset class="field" aria-describedby=${describedBy} data-field=${field.name}><legend>${label}</legend>${below}</fieldset>`
    : html`<div class="field" data-field=${field.name}><label for=${id}>${label}</label>${below}</div>`;
}

function hintOf(field, { screen, fixed, secretKept }) {
  if (fixed) {
    return t('admin.hint.fixed');
  }
  if (secretKept) {
    return t('admin.hint.kept');
  }
  const key = `admin.hint.${screen}.${field.name}`;
  return has(key) ? t(key) : '';
}

function shown(field, value) {
  const label = (each) => field.options?.().find((option) => option.value === each)?.label ?? each;
  return [value].flat().map(label).join(', ') || '–';
}
