package org.supertransfer.sip.transport;

import gov.nist.javax.sip.message.SIPMessage;
import java.text.ParseException;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.RecordRouteHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;

/**
 * A registered phone is reached in its calls where it is reached for them: behind a NAT the Contact that it writes means
 * nothing here, and by TLS there is its own connection and no other. So its Contact is replaced by where it came from, as
 * long as no proxy stands in between.
 */
final class ContactMend {
    private ContactMend() {}

    /** @param phones knows where the registered phones come from */
    static void mend(Message message, RegisterListener phones) {
        boolean register = message instanceof Request request && Request.REGISTER.equals(request.getMethod());
        if (register
                || ((SIPMessage) message).getPeerPacketSourceAddress() == null
                || message.getHeader(RecordRouteHeader.NAME) != null
                || !(message.getHeader(ContactHeader.NAME) instanceof ContactHeader contact)
                || contact.isWildCard()
                || !(contact.getAddress().getURI() instanceof SipURI uri)) {
            return;
        }
        Source source = Source.of(message);
        if (phones.reachesAt(source)) {
            mend(uri, source);
        }
    }

    private static void mend(SipURI uri, Source source) {
        try {
            uri.setSecure(false);
            uri.removeParameter("maddr");
            source.into(uri);
        } catch (ParseException e) {
            throw new IllegalStateException("a numeric address is no host", e);
        }
    }
}
