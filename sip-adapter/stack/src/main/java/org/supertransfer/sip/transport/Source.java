package org.supertransfer.sip.transport;

import gov.nist.javax.sip.message.SIPMessage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.text.ParseException;
import java.util.Locale;
import javax.sip.address.SipURI;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;

/**
 * Where a received message really came from, whatever its headers say.
 *
 * @param host a numeric address
 * @param transport {@code udp}, {@code tcp} or {@code tls}
 */
public record Source(String host, int port, String transport) {
    /**
     * Whether it is this very machine: a proxy of ours in front, for one. Not the rest of 127.0.0.0/8, which nobody has
     * unless it is asked for: strangers in a rehearsal of a flood.
     */
    public boolean isLoopback() {
        return host.equals("127.0.0.1") || host.equals("0:0:0:0:0:0:0:1");
    }

    /** An IPv6 literal, in brackets or not, as a received message's source is written; every other host as it is. */
    public static String numeric(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (bare.indexOf(':') < 0) {
            return host;
        }
        try {
            return InetAddress.getByName(bare).getHostAddress();
        } catch (UnknownHostException noLiteral) {
            return host;
        }
    }

    /** Makes a URI lead here; who it names is left alone. */
    public void into(SipURI uri) throws ParseException {
        uri.setHost(host);
        uri.setPort(port);
        if (transport.equals("udp")) {
            uri.removeParameter("transport");
        } else {
            uri.setTransportParam(transport);
        }
    }

    public static Source of(Message message) {
        SIPMessage received = (SIPMessage) message;
        String transport = ((ViaHeader) received.getHeader(ViaHeader.NAME)).getTransport();
        return new Source(
                received.getPeerPacketSourceAddress().getHostAddress(),
                received.getPeerPacketSourcePort(),
                transport.toLowerCase(Locale.ROOT));
    }
}
