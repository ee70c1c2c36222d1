package org.supertransfer.callcontrol;

import org.jspecify.annotations.Nullable;

/**
 * What {@link CallControl#dial} needs.
 *
 * @param leg the new leg's id, never used before
 * @param call the call it belongs to
 * @param to where it goes
 * @param dialledFor the leg whose media is offered, so that one re-INVITE is enough after the answer; null dials without
 *     an offer (the phone's own offer comes in its answer)
 * @param relayProgress whether ringing and early media are passed on to {@code dialledFor}: 18x to an unanswered caller,
 *     a re-INVITE with the early media to an answered one
 * @param caller who the called phone shows; towards a trunk this is our own number
 * @param divertedFrom our number that this call first came to, shown outside as Diversion (RFC 5806) and History-Info
 *     (RFC 7044); null when nothing was diverted
 * @param referredBy the transferor's address of record, shown inside only (RFC 3892); null when nobody transferred
 */
public record DialRequest(
        LegId leg,
        CallId call,
        Destination to,
        @Nullable LegId dialledFor,
        boolean relayProgress,
        Party caller,
        @Nullable String divertedFrom,
        @Nullable String referredBy) {}
