package org.supertransfer.sip.leg;

import java.util.Optional;
import java.util.stream.Stream;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;
import javax.sip.header.HeaderAddress;
import javax.sip.message.Request;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.transport.Clean;

/**
 * Which number an INVITE is for. It is the Request-URI's, but a trunk that we are registered at sends the INVITE to our
 * Contact (RFC 3261 section 16.5), whose user is the one we registered; the number is then in P-Called-Party-ID (RFC 7315
 * section 4.2) or, with most trunks, in To alone.
 */
final class CalledNumber {
    private CalledNumber() {}

    /** What a phone dialled. */
    static String of(Request invite) {
        return user(invite.getRequestURI());
    }

    /** @param ourUser whom the trunk knows us as; null for nobody */
    static String byTrunk(Request invite, @Nullable String ourUser) {
        String asked = of(invite);
        if (!asked.isEmpty() && !asked.equals(ourUser)) {
            return asked;
        }
        return Stream.concat(
                        named(invite).stream(),
                        Stream.of(user(Parts.to(invite).getAddress().getURI())))
                .filter(number -> !number.isEmpty())
                .findFirst()
                .orElse(asked);
    }

    private static Optional<String> named(Request invite) {
        return Parts.all(invite, "P-Called-Party-ID").stream()
                .filter(HeaderAddress.class::isInstance)
                .map(header -> user(((HeaderAddress) header).getAddress().getURI()))
                .findFirst();
    }

    /** The user or number of an address without its parameters; empty when it has none. */
    static String user(URI uri) {
        String raw = uri instanceof SipURI sip ? sip.getUser() : uri instanceof TelURL tel ? telNumber(tel) : "";
        String clean = Clean.user(raw);
        int parameters = clean.indexOf(';');
        return parameters < 0 ? clean : clean.substring(0, parameters);
    }

    private static String telNumber(TelURL tel) {
        return tel.isGlobal() ? "+" + tel.getPhoneNumber() : tel.getPhoneNumber();
    }
}
