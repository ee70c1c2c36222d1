package org.supertransfer.sip.registrar;

import javax.sip.address.SipURI;
import org.supertransfer.sip.transport.Source;

/**
 * One registered contact (RFC 3261 section 10.3).
 *
 * @param key the URI as the phone wrote it, which names the binding
 * @param reach the URI to send to
 * @param expiresAt in milliseconds of the registrar's clock
 * @param userAgent what the phone calls itself, empty when it does not say
 */
record Binding(
        String key, SipURI reach, long expiresAt, String callId, long cseq, long registeredAt, String userAgent) {
    /** A request of the same Call-ID that is not newer than the one that made this binding. */
    boolean isNewerThan(String otherCallId, long otherCSeq) {
        return callId.equals(otherCallId) && cseq >= otherCSeq;
    }

    /** Where it is reached, as one word. */
    String place() {
        String transport = reach.getTransportParam() == null ? "udp" : reach.getTransportParam();
        return place(Source.numeric(reach.getHost()), reach.getPort(), transport);
    }

    static String place(String host, int port, String transport) {
        return host + ' ' + port + ' ' + transport;
    }

    RegisteredContact contact() {
        String transport = reach.getTransportParam() == null ? "udp" : reach.getTransportParam();
        return new RegisteredContact(reach.toString(), transport);
    }
}
