/**
 * The legs of the back-to-back user agent: dialogs of our own (RFC 3261 section 12) above the stack's transactions, and
 * what a call may ask of them: dial, ring, join, hold, hang up.
 *
 * <p>Everything that happens to one call (messages, timers, commands) runs on that call's {@link
 * org.supertransfer.sip.leg.Lane}, one thing at a time; no class here but {@code Lane}, {@code LegTable} and {@code Legs}
 * is safe for threads, and none needs to be. Text from outside passes {@code Clean} before any header.
 */
@NullMarked
package org.supertransfer.sip.leg;

import org.jspecify.annotations.NullMarked;
