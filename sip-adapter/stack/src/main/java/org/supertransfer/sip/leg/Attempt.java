package org.supertransfer.sip.leg;

import java.time.Duration;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.header.AuthorizationHeader;
import javax.sip.header.ProxyAuthorizationHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.sip.registrar.DigestClient;
import org.supertransfer.sip.sdp.SessionDescription;
import org.supertransfer.sip.transport.ResponseListener;

/** One INVITE to one address: from the sending to its final response, with challenges and an offer refused in between. */
final class Attempt implements ResponseListener {
    private final Dial dial;
    private final Target target;
    private final int number;
    private @Nullable SessionDescription offer;
    private Request invite;
    private @Nullable ClientTransaction tx;
    private @Nullable EndCause cancelling;
    private @Nullable Timer patience;
    private boolean cancelSent;
    private boolean reached;
    private boolean rang;
    private boolean over;
    private boolean won;
    private int challenges;
    private Duration raisedTo = Duration.ZERO;
    private final Forks forks;

    Attempt(Dial dial, Target target, int number, Request invite) {
        this.dial = dial;
        this.target = target;
        this.number = number;
        this.invite = invite;
        this.forks = new Forks(dial.leg());
    }

    Target target() {
        return target;
    }

    boolean over() {
        return over;
    }

    /** What the INVITE that was sent last offers; empty when it is offerless. */
    Optional<SessionDescription> offer() {
        return Optional.ofNullable(offer);
    }

    /** Sends the INVITE; {@code described} null leaves the offer to the party. */
    void start(@Nullable SessionDescription described) {
        offer = described;
        forks.restart(described);
        dial.wire().dress(invite);
        propose();
        send();
    }

    private void propose() {
        Timing timing = dial.leg().call().timing();
        boolean raised = !raisedTo.isZero();
        SessionTimer.propose(invite, raised ? raisedTo : timing.session(), raised ? raisedTo : timing.leastSession());
    }

    private void send() {
        if (offer != null) {
            Parts.withSdp(invite, offer);
        }
        Optional<ClientTransaction> sent = dial.wire().send(invite, this);
        tx = sent.orElse(null);
        if (sent.isEmpty()) {
            failed(Causes.ofSilence(false, false));
        } else if (target.outside()) {
            Timer.cancel(patience);
            patience = dial.lane().after(dial.leg().call().timing().trunkSilence(), this::silent);
        }
    }

    /** A trunk that says nothing at all: the next one is tried, a late word of this one is not waited for. */
    private void silent() {
        if (!reached && !over && cancelling == null && dial.hasNext()) {
            cancelling = EndCause.of(EndCause.Kind.ANSWERED_ELSEWHERE);
            if (tx != null) {
                dial.wire().unheard(tx);
            }
            failed(Causes.ofSilence(false, false));
        }
    }

    /** Gives up: CANCEL now, or with the first provisional response (RFC 3261 section 9.1). */
    void cancel(EndCause why) {
        if (!over && cancelling == null) {
            cancelling = why;
            cancelIfReached();
        }
    }

    private void cancelIfReached() {
        if (cancelling == null || cancelSent || !reached || tx == null) {
            return;
        }
        cancelSent = true;
        try {
            Request cancel = tx.createCancel();
            Causes.reason(cancelling).ifPresent(cancel::setHeader);
            dial.wire().send(cancel, new Unheard());
        } catch (SipException e) {
            throw new IllegalStateException("a CANCEL cannot be built", e);
        }
        patience = dial.lane().after(dial.leg().call().timing().transaction(), this::finish);
    }

    /** The answer to a CANCEL says nothing; the INVITE's own does. */
    private static final class Unheard implements ResponseListener {
        @Override
        public void onResponse(Response response, ClientTransaction tx) {}

        @Override
        public void onTimeout(ClientTransaction tx) {}
    }

    @Override
    public void onResponse(Response response, ClientTransaction from) {
        dial.lane().execute(() -> response(response));
    }

    @Override
    public void onTimeout(ClientTransaction from) {
        dial.lane().execute(() -> failed(Causes.ofSilence(reached, rang)));
    }

    private void response(Response response) {
        int status = response.getStatusCode();
        if (status < 200) {
            provisional(response);
        } else if (status < 300) {
            answered(response);
        } else if (status < 400 && cancelling == null && !over) {
            over = true;
            Timer.cancel(patience);
            dial.redirected(this, response);
        } else if (cancelling != null || over || !triedAgain(response)) {
            failed(Causes.ofFailure(response, reached, rang));
        }
    }

    private void provisional(Response response) {
        reached = true;
        Timer.cancel(patience);
        rang |= response.getStatusCode() >= Response.RINGING;
        dial.reached(this, response);
        boolean fresh = forks.take(response);
        if (cancelling != null || over) {
            cancelIfReached();
        } else if (fresh) {
            dial.provisional(this, response);
        }
    }

    /** A request of the party in an early dialog; false when that is none of this INVITE. */
    boolean onRequest(Request request, ServerTransaction from) {
        Optional<Reached> party =
                Parts.callId(request).equals(Parts.callId(invite)) ? forks.of(request) : Optional.empty();
        party.flatMap(early -> early.onRequest(request, from))
                .ifPresent(changed -> dial.changed(source(Parts.fromTag(request)), changed));
        return party.isPresent();
    }

    private void answered(Response ok) {
        Timer.cancel(patience);
        if (won) {
            dial.leg().side().ifPresent(side -> side.onStray(ok));
            return;
        }
        Optional<FirstWords> words = forks.words(ok);
        if (cancelling == null && !over && words.isPresent()) {
            over = true;
            won = true;
            dial.answered(this, ok, words.get());
            return;
        }
        SessionDescription answer = offer == null
                ? Parts.sdp(ok).map(dial.leg().media()::silentAnswer).orElse(null)
                : null;
        Farewell.say(dial.wire(), ok, answer, () -> dial.lane().execute(() -> dismissed()));
    }

    /** The dialog that this 200 makes. */
    Dialog dialog(Response ok) {
        return forks.dialog(ok);
    }

    /** A 2xx without a word about media is no answer. */
    private void dismissed() {
        failed(EndCause.of(EndCause.Kind.MEDIA));
    }

    private boolean triedAgain(Response response) {
        int status = response.getStatusCode();
        if (DigestClient.isChallenge(status) && target.outside()) {
            return authorized(response);
        }
        if (status == 422 && SessionTimer.raised(invite, response).isPresent() && raisedTo.isZero()) {
            raisedTo = SessionTimer.raised(invite, response).get();
            again(offer);
            return true;
        }
        if (offer != null && (status == 488 || status == 606 || status == 415)) {
            again(null);
            return true;
        }
        return false;
    }

    private boolean authorized(Response challenge) {
        Optional<Request> next = dial.leg().call().surroundings().digest().answer(invite, challenge, challenges++);
        next.ifPresent(request -> {
            invite = request;
            send();
        });
        return next.isPresent();
    }

    /**
     * Another INVITE, which is challenged anew (credentials are counted, and good for one request); an offer of null when
     * there is no codec in common: the party may still make one of its own.
     */
    private void again(@Nullable SessionDescription described) {
        Request next = (Request) invite.clone();
        next.removeContent();
        next.removeHeader("Content-Type");
        next.removeHeader(AuthorizationHeader.NAME);
        next.removeHeader(ProxyAuthorizationHeader.NAME);
        challenges = 0;
        Parts.nextCSeq(next);
        invite = next;
        start(described);
    }

    private void failed(EndCause cause) {
        if (!over) {
            over = true;
            Timer.cancel(patience);
            dial.failed(this, cause);
        }
    }

    private void finish() {
        failed(cancelling == null ? Causes.ofSilence(reached, rang) : cancelling);
    }

    /** Names the early dialog that a provisional response belongs to. */
    String source(Response response) {
        return source(Parts.toTag(response));
    }

    private String source(String tag) {
        return number + " " + tag;
    }
}
