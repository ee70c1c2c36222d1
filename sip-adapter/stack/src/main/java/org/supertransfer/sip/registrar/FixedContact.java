package org.supertransfer.sip.registrar;

import gov.nist.javax.sip.address.SipUri;
import java.text.ParseException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.transport.SipFactories;
import org.supertransfer.sip.transport.Source;

/**
 * The address of a phone that does not register.
 *
 * @param uri as the directory gives it
 */
record FixedContact(String uri, String host, int port, String transport) {
    /** Null when the directory's text is no SIP URI with a host; it is checked there, so this one is left out here. */
    static @Nullable FixedContact of(String text) {
        try {
            SipUri uri = (SipUri) SipFactories.get().address().createURI(text);
            String asked = Objects.requireNonNullElse(uri.getTransportParam(), "udp");
            String transport = uri.isSecure() ? "tls" : asked.toLowerCase(Locale.ROOT);
            int usual = transport.equals("tls") ? 5061 : 5060;
            return new FixedContact(text, uri.getHost(), uri.getPort() > 0 ? uri.getPort() : usual, transport);
        } catch (ParseException | ClassCastException notSip) {
            return null;
        }
    }

    boolean isSource(Source source) {
        return source.host().equals(Source.numeric(host)) && source.port() == port;
    }

    RegisteredContact contact() {
        return new RegisteredContact(uri, transport);
    }
}
