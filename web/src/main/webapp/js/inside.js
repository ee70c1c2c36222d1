/** What only somebody has who is logged in; loaded while the log-in is looked at, so that that is there sooner. */
import './parts/announcer.js';
import './parts/header.js';
import './parts/banner.js';
import './parts/expiry.js';
import './parts/callbar.js';
import './parts/desk.js';
import './parts/history.js';
import './parts/screen.js';
import './parts/stranger.js';
