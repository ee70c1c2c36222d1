import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { LANGUAGES, clock, current, has, t } from '../i18n.js';
import { now } from '../clock.js';
import { pref, setPref } from '../preferences.js';
import { setLanguage } from '../session.js';
import { allowed, hasVoice, notifies, speak } from '../signals.js';
import { openKeys } from '../shortcuts.js';
import { THEMES } from '../theme.js';
import { play } from '../tones.js';
import { store } from '../store.js';
import { BROWSERS, zone } from '../zone.js';
import { Part, act } from './part.js';
import { choice, head } from './blocks.js';
import { ariaKey, keyHint } from './key.js';
import './password.js';

/** What a person can choose for itself; each choice counts at once. */
class Settings extends Part {
  static properties = { refused: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.voices = () => this.requestUpdate();
    window.speechSynthesis?.addEventListener?.('voiceschanged', this.voices);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    window.speechSynthesis?.removeEventListener?.('voiceschanged', this.voices);
  }

  render() {
    return html`${head(t('screen.settings'))}
      <div class="settings">${this.#looks()} ${this.#signals()} ${this.#keys()} ${store.provider ? nothing : html`<st-password></st-password>`}</div>`;
  }

  #looks() {
    return html`<section class="panel-box" aria-labelledby="settings-looks">
      <h2 id="settings-looks">${t('settings.looks')}</h2>
      ${this.#radios('theme', t('settings.theme'), THEMES, pref('theme', 'system'), (each) => this.#choose('theme', each))}
      ${this.#radios('language', t('language.label'), LANGUAGES, current(), (each) => act(this, () => setLanguage(each), each))}
      ${choice({
        id: 'time-zone',
        label: t('settings.zone'),
        value: pref('timeZone', ''),
        options: [['', t('settings.zone.browser', { zone: BROWSERS })], ...Intl.supportedValuesOf('timeZone').map((each) => [each, each.replaceAll('_', ' ')])],
        hint: t('settings.zone.now', { zone: zone(), time: clock(now()) }),
        change: (each) => this.#choose('timeZone', each || null),
      })}
    </section>`;
  }

  #signals() {
    const voice = hasVoice();
    return html`<section class="panel-box" aria-labelledby="settings-signals">
      <h2 id="settings-signals">${t('settings.signals')}</h2>
      <p class="lead">${t('settings.signals.lead')}</p>
      ${this.#switch('sounds', pref('sounds', false), (on) => this.#choose('sounds', on))}
      <div class="toolbar tries" role="group" aria-label=${t('settings.try')}>
        ${['incoming', 'returned', 'failure'].map((each) => html`<button type="button" @click=${() => play(each)}>${t(`settings.try.${each}`)}</button>`)}
      </div>
      ${this.#switch('speech', pref('speech', false), (on) => this.#speech(on), voice ? '' : t('settings.speech.none'))}
      ${this.#switch('notifications', notifies(), (on) => this.#notifications(on), this.#notificationsHint())}
    </section>`;
  }

  #keys() {
    return html`<section class="panel-box" aria-labelledby="settings-keys">
      <h2 id="settings-keys">${t('keys.title')}</h2>
      <div class="toolbar"><button type="button" aria-keyshortcuts=${ariaKey('help')} @click=${openKeys}>${t('settings.keys')}${keyHint('help')}</button></div>
    </section>`;
  }

  #radios(name, label, values, chosen, change) {
    return html`<fieldset class="radios">
      <legend>${label}</legend>
      ${values.map(
        (each) => html`<label lang=${has(`language.${each}`) ? each : nothing}>
          <input type="radio" name=${name} value=${each} .checked=${live(each === chosen)} @change=${() => change(each)} /><span>${t(`${name}.${each}`)}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  #switch(name, on, change, hint = '') {
    return html`<div>
      <label class="switch">
        <span>${t(`settings.${name}`)}</span>
        <input type="checkbox" role="switch" name=${name} .checked=${live(on)} aria-describedby="hint-${name}" @change=${(event) => change(event.target.checked)} />
      </label>
      <p class="hint" id="hint-${name}">${hint || t(`settings.${name}.hint`)}</p>
    </div>`;
  }

  #notificationsHint() {
    const state = allowed();
    if (state === 'missing' || state === 'denied') {
      return t(`settings.notifications.${state}`);
    }
    return this.refused || (pref('notifications', false) && state === 'default') ? t('settings.notifications.ask') : '';
  }

  #speech(on) {
    this.#choose('speech', on);
    if (on) {
      speak(t('settings.speech.sample'));
    }
  }

  /** The browser asks the agent only now, after a press. */
  async #notifications(on) {
    this.refused = on && allowed() !== 'missing' && (await Notification.requestPermission()) !== 'granted';
    await this.#choose('notifications', on && !this.refused && allowed() === 'granted');
    this.requestUpdate();
  }

  #choose(name, value) {
    return act({}, () => setPref(name, value));
  }
}

customElements.define('st-settings', Settings);
