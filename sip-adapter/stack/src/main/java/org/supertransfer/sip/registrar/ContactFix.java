package org.supertransfer.sip.registrar;

import java.text.ParseException;
import java.util.List;
import java.util.Locale;
import javax.sip.address.SipURI;
import org.supertransfer.sip.transport.Clean;
import org.supertransfer.sip.transport.Source;

/**
 * Makes of a Contact the URI that reaches its phone. A phone behind a NAT writes an address that means nothing here: then
 * its packets' source is taken. A phone that came by TLS is reached on that very connection, for it has no certificate that
 * we could check. So a contact never names a third party, which would be a way to dial out for free.
 */
final class ContactFix {
    private ContactFix() {}

    static SipURI reach(SipURI contact, Source source) throws ParseException {
        SipURI reach = (SipURI) contact.clone();
        for (String parameter : List.of("maddr", "method", "ttl")) {
            reach.removeParameter(parameter);
        }
        if (reach.getUser() != null) {
            reach.setUser(Clean.user(reach.getUser()));
        }
        reach.setSecure(false);
        if (!source.host().equals(Source.numeric(contact.getHost()))
                || source.transport().equals("tls")) {
            source.into(reach);
        }
        setTransport(reach, source);
        return reach;
    }

    private static void setTransport(SipURI reach, Source source) throws ParseException {
        String asked = reach.getTransportParam() == null ? source.transport() : reach.getTransportParam();
        String transport = asked.toLowerCase(Locale.ROOT);
        if (transport.equals("udp")) {
            reach.removeParameter("transport");
        } else if (transport.equals("tcp")
                || transport.equals("tls") && source.transport().equals("tls")) {
            reach.setTransportParam(transport);
        } else {
            throw new ParseException("transport " + transport, 0);
        }
    }
}
