package org.supertransfer.sip.transport;

import java.util.List;
import java.util.stream.Stream;
import javax.sip.message.Request;

/** What we do and understand, told in Allow and Supported and held against Require (RFC 3261 sections 8.2.1, 8.2.2.3). */
public final class Abilities {
    /** The methods that a party may send us in its calls. */
    public static final List<String> IN_CALLS = List.of(
            Request.INVITE,
            Request.ACK,
            Request.CANCEL,
            Request.BYE,
            Request.OPTIONS,
            Request.INFO,
            Request.UPDATE,
            Request.PRACK,
            Request.REFER,
            Request.NOTIFY);

    /** All methods that we do. */
    static final List<String> METHODS =
            Stream.concat(IN_CALLS.stream(), Stream.of(Request.REGISTER)).toList();

    /** The option tags of extensions that we understand, in lower case. */
    public static final List<String> EXTENSIONS =
            List.of("100rel", "timer", "replaces", "norefersub", "nosub", "tdialog");

    private Abilities() {}
}
