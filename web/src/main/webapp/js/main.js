/** Starts the Contact Portal. */
import { preferred, use } from './i18n.js';
import { begin } from './session.js';
import { followTheme } from './theme.js';
import './parts/app.js';

followTheme();
await use(preferred());
begin();
