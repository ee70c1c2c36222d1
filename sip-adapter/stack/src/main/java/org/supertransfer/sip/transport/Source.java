package org.supertransfer.sip.transport;

import gov.nist.javax.sip.message.SIPMessage;
import java.util.Locale;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;

/**
 * Where a received message really came from, whatever its headers say.
 *
 * @param host a numeric address
 * @param transport {@code udp}, {@code tcp} or {@code tls}
 */
public record Source(String host, int port, String transport) {
    public static Source of(Message message) {
        SIPMessage received = (SIPMessage) message;
        String transport = ((ViaHeader) received.getHeader(ViaHeader.NAME)).getTransport();
        return new Source(
                received.getPeerPacketSourceAddress().getHostAddress(),
                received.getPeerPacketSourcePort(),
                transport.toLowerCase(Locale.ROOT));
    }
}
