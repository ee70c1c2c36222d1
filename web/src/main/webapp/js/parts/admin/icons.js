import { svg } from 'lit';
import { drawn, icon as common } from '../icons.js';

const paths = {
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  bin: svg`<path d="M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13M10 11v5M14 11v5"/>`,
  open: svg`<path d="M12 16V5M7.500 9L12 4.500 16.500 9M5 20h14"/>`,
  up: svg`<path d="M6 15l6-6 6 6"/>`,
  down: svg`<path d="M6 9l6 6 6-6"/>`,
};

/** Icons of the admin's pages, which the agent's page need not load, and the common ones. */
export function icon(name) {
  return name in paths ? drawn(name, paths[name]) : common(name);
}
