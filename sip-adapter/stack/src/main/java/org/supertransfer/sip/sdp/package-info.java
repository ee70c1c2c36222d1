/**
 * Session descriptions (RFC 8866) and the offer/answer rules a back-to-back user agent needs (RFC 3264): what passes
 * between two legs keeps its media lines, codecs and attributes; only the {@code o=} line and the directions are ours.
 * Values alone: no SIP message, no clock, no state of a leg.
 */
@NullMarked
package org.supertransfer.sip.sdp;

import org.jspecify.annotations.NullMarked;
