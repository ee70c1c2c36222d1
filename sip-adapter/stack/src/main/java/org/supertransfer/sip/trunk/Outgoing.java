package org.supertransfer.sip.trunk;

import java.text.ParseException;
import java.util.ArrayList;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.header.HeaderFactory;
import javax.sip.message.Request;
import org.supertransfer.sip.TrunkPeer;
import org.supertransfer.sip.transport.SipFactories;
import org.supertransfer.sip.transport.SipNode;

/** The requests outside of calls that a trunk gets. */
final class Outgoing {
    private final SipNode node;
    private final TrunkPeer peer;

    Outgoing(SipNode node, TrunkPeer peer) {
        this.node = node;
        this.peer = peer;
    }

    /** An OPTIONS (RFC 3261 section 11.1). */
    Request options() throws SipException {
        try {
            Address us = addresses().createAddress(addresses().createSipURI(null, node.publicHost()));
            Address to = addresses().createAddress(peer());
            Request request = request(Request.OPTIONS, us, to, new Numbers(SipNode.newTag(), 1));
            request.addHeader(node.contact("", node.transportTo(request)));
            request.addHeader(headers().createAcceptHeader("application", "sdp"));
            return request;
        } catch (ParseException e) {
            throw new SipException("OPTIONS", e);
        }
    }

    /** A REGISTER for this user (RFC 3261 section 10.2); 0 seconds takes it back. */
    Request register(String user, Numbers numbers, int seconds) throws SipException {
        try {
            SipURI address = addresses().createSipURI(user, peer.host());
            Address own = addresses().createAddress(address);
            Request request = request(Request.REGISTER, own, (Address) own.clone(), numbers);
            request.addHeader(node.contact(user, node.transportTo(request)));
            request.addHeader(headers().createExpiresHeader(seconds));
            return request;
        } catch (ParseException | InvalidArgumentException e) {
            throw new SipException("REGISTER", e);
        }
    }

    /** One registration keeps its Call-ID and counts on. */
    record Numbers(String callId, long cseq) {
        Numbers next() {
            return new Numbers(callId, cseq + 1);
        }
    }

    private Request request(String method, Address from, Address to, Numbers numbers)
            throws SipException, ParseException {
        try {
            Request request = SipFactories.get()
                    .message()
                    .createRequest(
                            peer(),
                            method,
                            headers().createCallIdHeader(numbers.callId()),
                            headers().createCSeqHeader(numbers.cseq(), method),
                            headers().createFromHeader(from, SipNode.newTag()),
                            headers().createToHeader(to, null),
                            new ArrayList<>(),
                            headers().createMaxForwardsHeader(70));
            request.addHeader(node.via(node.transportTo(request)));
            return request;
        } catch (InvalidArgumentException e) {
            throw new SipException(method, e);
        }
    }

    private SipURI peer() throws ParseException {
        return (SipURI) addresses().createURI(peer.uri(""));
    }

    private static AddressFactory addresses() {
        return SipFactories.get().address();
    }

    private static HeaderFactory headers() {
        return SipFactories.get().header();
    }
}
