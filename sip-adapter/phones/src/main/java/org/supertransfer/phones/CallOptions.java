package org.supertransfer.phones;

import java.util.Map;

/**
 * How a phone places a call.
 *
 * @param withOffer whether the INVITE carries a session description; without it the offer comes in the 200 (RFC 3264
 *     section 4)
 * @param headers more headers for the INVITE, by name
 */
public record CallOptions(boolean withOffer, Map<String, String> headers) {
    /** An offer and nothing special. */
    public static final CallOptions USUAL = new CallOptions(true, Map.of());

    /** An offer, by a phone that knows reliable provisional responses (RFC 3262). */
    public static final CallOptions RELIABLE = new CallOptions(true, Map.of("Supported", "100rel"));

    /** The INVITE without an offer. */
    public static final CallOptions DELAYED_OFFER = new CallOptions(false, Map.of());
}
