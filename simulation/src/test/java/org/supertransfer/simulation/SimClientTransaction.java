package org.supertransfer.simulation;

import gov.nist.javax.sip.header.To;
import gov.nist.javax.sip.message.SIPRequest;
import java.text.ParseException;
import java.time.Duration;
import javax.sip.ClientTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.sip.transport.ResponseListener;

/**
 * A client transaction over UDP (RFC 3261 section 17.1). As in the stack it is over with the first 2xx to an INVITE: those
 * that come later go to who takes strays.
 */
final class SimClientTransaction extends SimTransaction implements ClientTransaction {
    private static final long serialVersionUID = 1L;

    /** The stack's MAX_TX_LIFETIME_INVITE. */
    private static final long LONGEST = 240_000_000;

    private enum State {
        CALLING,
        PROCEEDING,
        COMPLETED
    }

    private final transient SimNode node;
    private final transient ResponseListener listener;
    private final String to;
    private State state = State.CALLING;

    SimClientTransaction(SimNode node, Request request, String to, ResponseListener listener) {
        super(request);
        this.node = node;
        this.to = to;
        this.listener = listener;
    }

    /** Whether a final response is still to come. */
    boolean open() {
        return state != State.COMPLETED;
    }

    /** Whether a phone is being rung and somebody may let it ring for long. */
    boolean ringing() {
        return invite() && state == State.PROCEEDING;
    }

    @Override
    public void sendRequest() {
        transmit(T1);
        end(node.after(GIVE_UP, this::timeout));
    }

    private void transmit(long pause) {
        node.transmit(to, getRequest());
        retransmission(node.after(pause, () -> transmit(next(pause))));
    }

    private long next(long pause) {
        return invite() ? 2 * pause : state == State.PROCEEDING ? T2 : Math.min(2 * pause, T2);
    }

    private void timeout() {
        stop();
        listener.onTimeout(this);
    }

    private void stop() {
        state = State.COMPLETED;
        retransmission(null);
        end(null);
        node.forget(this);
    }

    void response(Response response) {
        int status = response.getStatusCode();
        if (state == State.COMPLETED) {
            acknowledge(response, status);
        } else if (status < 200) {
            provisional(response);
        } else {
            last(response, status);
        }
    }

    private void provisional(Response response) {
        state = State.PROCEEDING;
        if (invite()) {
            retransmission(null);
            end(node.after(LONGEST, this::timeout));
        }
        listener.onResponse(response, this);
    }

    private void last(Response response, int status) {
        stop();
        acknowledge(response, status);
        boolean lingers = !invite() || status >= 300;
        if (lingers) {
            node.keep(this);
            end(node.after(invite() ? GIVE_UP : T4, this::stop));
        }
        listener.onResponse(response, this);
    }

    /** The ACK to a failure is the transaction's own (section 17.1.1.3). */
    private void acknowledge(Response response, int status) {
        if (invite() && status >= 300) {
            try {
                node.transmit(to, ((SIPRequest) getRequest()).createErrorAck((To) response.getHeader(To.NAME)));
            } catch (SipException | ParseException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public Request createCancel() throws SipException {
        return ((SIPRequest) getRequest()).createCancelRequest();
    }

    @Override
    public Request createAck() {
        throw new UnsupportedOperationException("the dialogs are not the stack's");
    }

    static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }
}
