/** Starts the Contact Portal. */
import { preferred, use } from './i18n.js';
import { begin } from './session.js';
import './parts/app.js';

await use(preferred());
begin();
