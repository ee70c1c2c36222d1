package org.supertransfer.sip.registrar;

import javax.sip.address.SipURI;

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

    RegisteredContact contact() {
        String transport = reach.getTransportParam() == null ? "udp" : reach.getTransportParam();
        return new RegisteredContact(reach.toString(), transport);
    }
}
