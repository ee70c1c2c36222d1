import { html, nothing } from 'lit';
import { t } from '../i18n.js';
import { SCREENS, address, groupsOf, screensOf } from '../screens.js';
import { store } from '../store.js';
import { Part } from './part.js';

/** The way between screens: the groups, where a person has more than one, and the screens of the one that is open. */
class Nav extends Part {
  render() {
    const screens = screensOf(store.me);
    const open = SCREENS.find((each) => each.id === store.screen?.id);
    const groups = groupsOf(store.me);
    return html`<nav class="screens" aria-label=${t('nav.label')}>
      ${groups.length > 1 ? html`<ul class="groups">${groups.map((group) => this.#group(group, screens, open))}</ul>` : nothing}
      <ul class="of-group" aria-label=${t(`group.${open?.group ?? 'own'}`)}>
        ${screens.filter((each) => each.group === open?.group && !each.hidden).map((each) => this.#screen(each, open))}
      </ul>
    </nav>`;
  }

  #group(group, screens, open) {
    const first = screens.find((each) => each.group === group);
    return html`<li><a href=${address(first.id)} aria-current=${open?.group === group ? 'true' : 'false'}>${t(`group.${group}`)}</a></li>`;
  }

  #screen({ id }, open) {
    return html`<li><a href=${address(id)} aria-current=${open?.id === id ? 'page' : 'false'}>${t(`screen.${id}`)}</a></li>`;
  }
}

customElements.define('st-nav', Nav);
