/** Line icons, drawn in the colour of the text around them. */
import { html, svg } from 'lit';

const paths = {
  phone: svg`<path d="M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2"/>`,
  hangup: svg`<path d="M3 14c5-5 13-5 18 0l-2 3-4-1.500v-2.500a12 12 0 0 0-6 0v2.500L5 17z"/>`,
  hold: svg`<path d="M9 6v12M15 6v12"/>`,
  resume: svg`<path d="M8 5l11 7-11 7z"/>`,
  transfer: svg`<path d="M4 8h13l-3.500-3.500M20 16H7l3.500 3.500"/>`,
  close: svg`<path d="M6 6l12 12M18 6L6 18"/>`,
  search: svg`<circle cx="11" cy="11" r="6"/><path d="M20 20l-4.500-4.500"/>`,
  check: svg`<path d="M5 12.500l4.500 4.500L19 7.500"/>`,
  warning: svg`<path d="M12 4l9 16H3zM12 10v4M12 17v.01"/>`,
  back: svg`<path d="M9 7L4 12l5 5M4 12h11a5 5 0 0 1 0 8h-2"/>`,
  swap: svg`<path d="M7 4v14l-3-3M17 20V6l3 3"/>`,
  dot: svg`<circle cx="12" cy="12" r="3"/>`,
  agent: svg`<circle cx="12" cy="8" r="4"/><path d="M4 21c1-5 4-7 8-7s7 2 8 7"/>`,
  user: svg`<rect x="4" y="5" width="16" height="14" rx="2"/><circle cx="9" cy="11" r="2"/><path d="M6 16c.5-1.500 1.500-2 3-2s2.500.5 3 2M15 10h3M15 14h3"/>`,
  inbound: svg`<path d="M4 13v-1a8 8 0 0 1 16 0v1M4 13h3v6H5a1 1 0 0 1-1-1zM20 13h-3v6h2a1 1 0 0 0 1-1z"/>`,
  number: svg`<path d="M6 5h.01M12 5h.01M18 5h.01M6 11h.01M12 11h.01M18 11h.01M6 17h.01M12 17h.01M18 17h.01"/>`,
  cup: svg`<path d="M5 9h12v6a5 5 0 0 1-5 5h-2a5 5 0 0 1-5-5zM17 11h1.500a2.500 2.500 0 0 1 0 5H17M9 3v3M13 3v3"/>`,
  again: svg`<path d="M5 12a7 7 0 1 1 2 5M5 19v-5h5"/>`,
  star: svg`<path d="M12 4l2.500 5.200 5.700.7-4.200 3.900 1.100 5.700-5.100-2.800-5.100 2.800 1.100-5.700L3.800 9.900l5.700-.7z"/>`,
  starred: svg`<path fill="currentcolor" d="M12 4l2.500 5.200 5.700.7-4.200 3.900 1.100 5.700-5.100-2.800-5.100 2.800 1.100-5.700L3.800 9.900l5.700-.7z"/>`,
  note: svg`<path d="M5 4h14v11l-5 5H5zM14 20v-5h5M8 8h8M8 12h5"/>`,
  keys: svg`<rect x="3" y="6" width="18" height="12" rx="2"/><path d="M7 10h.01M11 10h.01M15 10h.01M8 14h8"/>`,
  euro: svg`<path d="M18 6a7 7 0 1 0 0 12M3 10.500h10M3 14h9"/>`,
  save: svg`<path d="M12 4v11M7.5 11l4.5 4.500 4.500-4.500M5 20h14"/>`,
};

/** A decorative icon: the words beside it say the same. */
export function icon(name) {
  return drawn(name, paths[name]);
}

/** The same frame around a drawing from elsewhere. */
export function drawn(name, path) {
  return html`<svg class="icon icon-${name}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${path}</svg>`;
}
