package org.supertransfer.sip.trunk;

import java.lang.System.Logger.Level;
import java.util.ListIterator;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sip.ClientTransaction;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.TrunkPeer;
import org.supertransfer.sip.registrar.DigestClient;
import org.supertransfer.sip.transport.Clean;
import org.supertransfer.sip.transport.ResponseListener;
import org.supertransfer.sip.transport.SipNode;

/** Our registration at one trunk (RFC 3261 section 10.2): renewed in time, tried again with growing pauses, taken back. */
final class TrunkRegistration implements ResponseListener {
    private static final System.Logger LOG = System.getLogger(TrunkRegistration.class.getName());
    private static final int WISHED_SECONDS = 600;
    private static final int INTERVAL_TOO_BRIEF = 423;
    private static final int FIRST_PAUSE_SECONDS = 5;
    private static final int LONGEST_PAUSE_SECONDS = 300;

    private final SipNode node;
    private final TrunkPeer peer;
    private final String user;
    private final DigestClient digest;
    private final ScheduledExecutorService timer;
    private final CountDownLatch ended = new CountDownLatch(1);
    private Outgoing.Numbers numbers = new Outgoing.Numbers(SipNode.newTag(), 0);
    private @Nullable Request last;
    private int challenges;
    private int failures;
    private int wished = WISHED_SECONDS;
    private boolean registered;
    private boolean stopping;

    TrunkRegistration(SipNode node, TrunkPeer peer, String user, DigestClient digest, ScheduledExecutorService timer) {
        this.node = node;
        this.peer = peer;
        this.user = user;
        this.digest = digest;
        this.timer = timer;
    }

    void start() {
        again(0);
    }

    private void again(long seconds) {
        try {
            timer.schedule(this::renew, seconds, TimeUnit.SECONDS);
        } catch (RejectedExecutionException atTheEnd) {
            LOG.log(Level.DEBUG, "no registration at the end");
        }
    }

    private synchronized void renew() {
        if (!stopping) {
            register(wished);
        }
    }

    private void register(int seconds) {
        numbers = numbers.next();
        challenges = 0;
        try {
            send(new Outgoing(node, peer).register(user, numbers, seconds));
        } catch (SipException | RuntimeException e) {
            failed(Clean.text(e.getMessage()));
        }
    }

    private void send(Request request) throws SipException {
        last = request;
        node.send(request, this);
    }

    @Override
    public synchronized void onResponse(Response response, ClientTransaction tx) {
        int status = response.getStatusCode();
        if (status / 100 == 1) {
            return;
        }
        if (status / 100 == 2) {
            succeeded(response);
        } else if (status == INTERVAL_TOO_BRIEF && wished == WISHED_SECONDS && !stopping) {
            wished = Math.max(WISHED_SECONDS, minimum(response));
            register(wished);
        } else if (!answeredChallenge(response)) {
            failed(status + " " + Clean.text(response.getReasonPhrase()));
        }
    }

    private static int minimum(Response response) {
        return response.getHeader("Min-Expires") instanceof ExpiresHeader least ? least.getExpires() : 3_600;
    }

    private boolean answeredChallenge(Response response) {
        int status = response.getStatusCode();
        Request sent = last;
        if (sent == null || !DigestClient.isChallenge(status)) {
            return false;
        }
        Optional<Request> next = digest.answer(sent, response, challenges++);
        try {
            if (next.isPresent()) {
                CSeqHeader cseq = (CSeqHeader) next.get().getHeader(CSeqHeader.NAME);
                numbers = new Outgoing.Numbers(numbers.callId(), cseq.getSeqNumber());
                send(next.get());
            }
            return next.isPresent();
        } catch (SipException e) {
            return false;
        }
    }

    private void succeeded(Response response) {
        if (stopping) {
            ended.countDown();
            return;
        }
        failures = 0;
        if (!registered) {
            registered = true;
            LOG.log(Level.INFO, "registered at trunk {0}", peer.name());
        }
        int granted = Math.max(1, granted(response));
        again(Math.max(1, granted > 120 ? granted - 60 : granted / 2));
    }

    /** Our Contact's own time, else the common one, else what was wished. */
    private int granted(Response response) {
        ListIterator<?> contacts = response.getHeaders(ContactHeader.NAME);
        while (contacts != null && contacts.hasNext()) {
            if (contacts.next() instanceof ContactHeader contact
                    && contact.getAddress().getURI() instanceof SipURI uri
                    && user.equals(uri.getUser())
                    && contact.getExpires() > 0) {
                return contact.getExpires();
            }
        }
        return response.getExpires() == null ? wished : response.getExpires().getExpires();
    }

    @Override
    public synchronized void onTimeout(ClientTransaction tx) {
        failed("no answer");
    }

    private void failed(String why) {
        if (stopping) {
            ended.countDown();
            return;
        }
        if (registered || failures == 0) {
            LOG.log(Level.WARNING, "not registered at trunk {0}: {1}", peer.name(), why);
        }
        registered = false;
        int pause = Math.min(FIRST_PAUSE_SECONDS << Math.min(failures++, 6), LONGEST_PAUSE_SECONDS);
        again(pause);
    }

    synchronized boolean isRegistered() {
        return registered;
    }

    synchronized void stop() {
        stopping = true;
        if (registered) {
            register(0);
        } else {
            ended.countDown();
        }
    }

    void awaitEnd(long nanos) {
        try {
            if (!ended.await(Math.max(0, nanos), TimeUnit.NANOSECONDS)) {
                LOG.log(Level.INFO, "trunk {0} did not answer the end of our registration", peer.name());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
