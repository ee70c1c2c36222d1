/** Starts the Contact Portal. */
import { begin } from './session.js';
import { followTheme } from './theme.js';
import './parts/app.js';

followTheme();
begin();
