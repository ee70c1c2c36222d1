package org.supertransfer.sip.transport;

import javax.sip.ClientTransaction;
import javax.sip.SipException;
import javax.sip.header.ContactHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * The way out for the legs: the {@link SipNode} in service. A seam, so that a simulated node with a clock and a network of
 * its own can stand here and races be run again from their seed; all methods may be called from any thread.
 */
public interface SipSender {
    /**
     * Sends a request by a new client transaction.
     *
     * @throws SipException when nothing could be sent: there is no way to the target, the node is stopped, or the branch
     *     is in use. After it returned, a failing transport reports {@link ResponseListener#onTimeout}.
     */
    ClientTransaction send(Request request, ResponseListener listener) throws SipException;

    /** Whoever sent this request waits no longer for a first word: the next one goes elsewhere, if there is an elsewhere. */
    default void unheard(ClientTransaction tx) {}

    /** Sends the ACK to a 2xx, with a fresh branch and without a transaction (RFC 3261 section 13.2.2.4). */
    void sendAck(Request ack) throws SipException;

    /** Sends a response without its transaction: a 2xx again until its ACK comes, the transaction being gone by then. */
    void sendResponse(Response response) throws SipException;

    /** A Via of ours with a fresh branch and rport (RFC 3581), for {@code udp}, {@code tcp} or {@code tls}. */
    ViaHeader via(String transport);

    /** A Contact of ours; without a user part when {@code user} is empty. */
    ContactHeader contact(String user, String transport);

    /** The transport that a request with this Route or Request-URI goes by, {@code udp}, {@code tcp} or {@code tls}. */
    String transportTo(Request request) throws SipException;

    /** What Via and Contact say. */
    String publicHost();
}
