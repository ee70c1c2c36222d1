package org.supertransfer.sip.transport;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.stack.MessageChannel;
import gov.nist.javax.sip.stack.SIPMessageValve;
import gov.nist.javax.sip.stack.SIPTransaction;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sip.SipStack;
import javax.sip.TransactionState;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * Stops what would cost the stack dearly, before it makes a transaction: a request whose Via names another transport than
 * it came by makes the stack open a connection to answer; a branch without the magic cookie and a response that nobody
 * waits for are compared with every transaction there is.
 */
final class Valve implements SIPMessageValve {
    private static final System.Logger LOG = System.getLogger(Valve.class.getName());
    private static final String MAGIC_COOKIE = "z9hG4bK";

    private final Consumer<Response> strays;
    private final AtomicLong dropped = new AtomicLong();
    private @Nullable SIPTransactionStack stack;

    /** @param strays takes each 2xx to an INVITE without a transaction */
    Valve(Consumer<Response> strays) {
        this.strays = strays;
    }

    @Override
    public void init(SipStack owner) {
        this.stack = (SIPTransactionStack) owner;
    }

    @Override
    public boolean processRequest(SIPRequest request, MessageChannel channel) {
        Via via = request.getTopmostVia();
        boolean ours = via != null && isOurKind(via, channel);
        return ours || drop("a request without a branch of RFC 3261, or by another transport than its Via says");
    }

    private static boolean isOurKind(Via via, MessageChannel channel) {
        String branch = via.getBranch();
        return branch != null
                && branch.regionMatches(true, 0, MAGIC_COOKIE, 0, MAGIC_COOKIE.length())
                && channel.getTransport().equalsIgnoreCase(via.getTransport());
    }

    @Override
    public boolean processResponse(Response response, MessageChannel channel) {
        SIPResponse received = (SIPResponse) response;
        if (received.getTopmostVia() == null || stack == null) {
            return drop("a response without a Via");
        }
        SIPTransaction waiting = stack.findTransaction(received.getTransactionId(), false);
        boolean answersInvite = received.getStatusCode() / 100 == 2
                && Request.INVITE.equals(received.getCSeq().getMethod());
        if (waiting != null && !(answersInvite && isAnswered(waiting))) {
            return true;
        }
        if (answersInvite) {
            strays.accept(received);
        }
        return drop("a response that nobody waits for");
    }

    /** The stack keeps a transaction for a while after its final response, and would report it again with its own. */
    private static boolean isAnswered(SIPTransaction invite) {
        return TransactionState.COMPLETED.equals(invite.getState())
                || TransactionState.TERMINATED.equals(invite.getState());
    }

    /** How many messages went no further. */
    long dropped() {
        return dropped.get();
    }

    private boolean drop(String what) {
        LOG.log(Level.DEBUG, "{0} goes no further", what);
        dropped.incrementAndGet();
        return false;
    }

    @Override
    public void destroy() {
        this.stack = null;
    }
}
