package org.supertransfer.sip.transport;

import java.text.ParseException;
import java.util.List;
import javax.sip.InvalidArgumentException;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.header.HeaderFactory;
import javax.sip.message.Request;
import org.supertransfer.sip.wire.Text;

/** Requests of ours to a peer on the loopback, and a peer's answers to them. */
final class Requests {
    private Requests() {}

    static Request options(SipNode node, int peerPort, String transport) {
        return of(node, Request.OPTIONS, peerPort, transport);
    }

    static Request of(SipNode node, String method, int peerPort, String transport) {
        AddressFactory address = node.factories().address();
        HeaderFactory header = node.factories().header();
        try {
            Address us = address.createAddress("sip:us@" + node.publicHost());
            Address peer = address.createAddress("sip:peer@127.0.0.1:" + peerPort + ";transport=" + transport);
            Request request = node.factories()
                    .message()
                    .createRequest(
                            peer.getURI(),
                            method,
                            header.createCallIdHeader(SipNode.newTag() + "@test"),
                            header.createCSeqHeader(1L, method),
                            header.createFromHeader(us, SipNode.newTag()),
                            header.createToHeader(peer, null),
                            List.of(node.via(transport)),
                            header.createMaxForwardsHeader(70));
            request.addHeader(node.contact("us", transport));
            return request;
        } catch (ParseException | InvalidArgumentException e) {
            throw new AssertionError(e);
        }
    }

    /** The peer's answer to a request of ours. */
    static String answer(String request, String status) {
        StringBuilder answer = new StringBuilder("SIP/2.0 " + status + "\r\n");
        for (String name : List.of("Via", "From", "Call-ID", "CSeq")) {
            answer.append(name).append(": ").append(Text.of(request, name)).append("\r\n");
        }
        return answer.append("To: ")
                .append(Text.of(request, "To"))
                .append(";tag=peer\r\nContact: <sip:peer@127.0.0.1>\r\nContent-Length: 0\r\n\r\n")
                .toString();
    }
}
