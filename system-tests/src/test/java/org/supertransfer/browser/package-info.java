/**
 * The Contact Portal in a real browser: every screen against a scripted server ({@code Page…IT}, no WildFly), and the
 * whole walk against the real one ({@code Portal…IT}). Skipped where there is no Chromium.
 */
@NullMarked
package org.supertransfer.browser;

import org.jspecify.annotations.NullMarked;
