package org.supertransfer.sip.transport;

import gov.nist.javax.sip.ClientTransactionExt;
import java.lang.System.Logger.Level;
import javax.sip.ClientTransaction;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.TransactionUnavailableException;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * Takes everything from the stack: makes the server transaction, answers what is no business of a call, and hands the rest
 * to its listener. The stack swallows what a listener throws, and the INVITE would hang: here it becomes a 500.
 */
final class Dispatcher implements SipListener {
    private static final System.Logger LOG = System.getLogger(Dispatcher.class.getName());

    /** What the RI writes into the 503 that it makes by itself when a connection cannot be opened. */
    static final String NOT_SENT = "Transport error sending request.";

    private final Screening screening = new Screening();
    private final Threshold threshold = new Threshold(screening);
    private final RepeatedInvites repeated = new RepeatedInvites();
    private volatile @Nullable RequestListener calls;
    private volatile @Nullable RegisterListener registrations;
    private volatile @Nullable ResponseObserver observer;
    private volatile @Nullable Hops hops;
    private volatile @Nullable SipProvider provider;

    void calls(RequestListener listener) {
        this.calls = listener;
        threshold.calls(listener);
    }

    void registrations(RegisterListener listener) {
        this.registrations = listener;
    }

    void observer(ResponseObserver added) {
        this.observer = added;
    }

    Threshold threshold() {
        return threshold;
    }

    void hops(Hops places) {
        this.hops = places;
    }

    void attach(SipProvider attached) {
        this.provider = attached;
        threshold.attach(attached);
    }

    @Override
    public void processRequest(RequestEvent event) {
        Request request = event.getRequest();
        try {
            mend(request);
            if (Request.ACK.equals(request.getMethod())) {
                onAck(request);
            } else {
                onRequest(request, event.getServerTransaction());
            }
        } catch (Throwable thrown) {
            LOG.log(Level.ERROR, "a " + Clean.token(request.getMethod()) + " failed", thrown);
        }
    }

    private void onAck(Request ack) {
        RequestListener listener = calls;
        if (listener != null) {
            listener.onAck(ack);
        }
    }

    private void onRequest(Request request, @Nullable ServerTransaction existing) {
        screening.repair(request);
        if (existing == null && threshold.stops(request)) {
            return;
        }
        ServerTransaction tx = existing == null ? newTransaction(request) : existing;
        if (tx == null) {
            return;
        }
        try {
            answerOrHandOver(request, tx);
        } catch (Throwable thrown) {
            LOG.log(Level.ERROR, "a " + Clean.token(request.getMethod()) + " failed, answered 500", thrown);
            Answers.send(tx, Answers.of(Response.SERVER_INTERNAL_ERROR, request));
        }
    }

    private void answerOrHandOver(Request request, ServerTransaction tx) {
        Response refusal = screening.refusal(request);
        if (refusal != null) {
            Answers.send(tx, refusal);
            return;
        }
        switch (repeated.look(request)) {
            case NEW -> handOver(request, tx);
            case MERGED -> Answers.send(tx, Answers.of(Response.LOOP_DETECTED, request));
            case LATE -> LOG.log(Level.DEBUG, "an INVITE came again after its transaction had ended");
        }
    }

    private void handOver(Request request, ServerTransaction tx) {
        RegisterListener registrar = registrations;
        RequestListener listener = calls;
        if (Request.REGISTER.equals(request.getMethod()) && registrar != null) {
            registrar.onRegister(request, tx);
        } else if (!Request.REGISTER.equals(request.getMethod()) && listener != null) {
            listener.onRequest(request, tx);
        } else {
            Answers.send(tx, Answers.of(Response.SERVICE_UNAVAILABLE, request));
        }
    }

    /** Null when there is one already, so that this is a retransmission which that one answers. */
    private @Nullable ServerTransaction newTransaction(Request request) {
        SipProvider attached = provider;
        try {
            return attached == null ? null : attached.getNewServerTransaction(request);
        } catch (TransactionAlreadyExistsException repeatedRequest) {
            return null;
        } catch (TransactionUnavailableException e) {
            threshold.refuse(request, Response.BAD_REQUEST);
            return null;
        }
    }

    @Override
    public void processResponse(ResponseEvent event) {
        ClientTransaction tx = event.getClientTransaction();
        try {
            mend(event.getResponse());
            if (tx == null) {
                onStray(event.getResponse());
            } else if (tx.getApplicationData() instanceof ResponseListener listener) {
                if (isOurOwn(event.getResponse())) {
                    noteFailure(tx);
                    listener.onTimeout(tx);
                } else {
                    observe(event.getResponse(), tx);
                    listener.onResponse(event.getResponse(), tx);
                }
            }
        } catch (Throwable thrown) {
            LOG.log(Level.ERROR, "a response failed", thrown);
        }
    }

    /** The place that this went to is not the first to be tried for a while. */
    void noteFailure(ClientTransaction tx) {
        Hops places = hops;
        if (places != null && tx instanceof ClientTransactionExt asked && asked.getNextHop() != null) {
            places.failed(asked.getNextHop());
        }
    }

    private void observe(Response response, ClientTransaction tx) {
        if (response.getStatusCode() == Response.SERVICE_UNAVAILABLE) {
            noteFailure(tx);
        }
        ResponseObserver added = observer;
        if (added != null) {
            added.onResponse(tx.getRequest(), response);
        }
    }

    /** Nobody's answer: there was no connection to ask by. */
    private static boolean isOurOwn(Response response) {
        return response.getStatusCode() == Response.SERVICE_UNAVAILABLE
                && NOT_SENT.equals(response.getReasonPhrase())
                && ((ToHeader) response.getHeader(ToHeader.NAME)).getTag() == null;
    }

    private void mend(Message message) {
        RegisterListener registrar = registrations;
        if (registrar != null) {
            ContactMend.mend(message, registrar);
        }
    }

    void onStray(Response response) {
        mend(response);
        RequestListener listener = calls;
        if (listener != null) {
            listener.onStrayResponse(response);
        }
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        ClientTransaction tx = event.getClientTransaction();
        try {
            if (tx != null && tx.getApplicationData() instanceof ResponseListener listener) {
                noteFailure(tx);
                listener.onTimeout(tx);
            }
        } catch (Throwable thrown) {
            LOG.log(Level.ERROR, "a timeout failed", thrown);
        }
    }

    /** The socket's own trouble; a transaction's reports itself as its timeout. */
    @Override
    public void processIOException(IOExceptionEvent event) {
        LOG.log(Level.DEBUG, "transport trouble with {0}:{1}", event.getHost(), Integer.toString(event.getPort()));
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {}

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {}
}
