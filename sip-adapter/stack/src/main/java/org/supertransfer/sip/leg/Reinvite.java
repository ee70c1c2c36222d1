package org.supertransfer.sip.leg;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import javax.sip.ClientTransaction;
import javax.sip.header.RetryAfterHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.registrar.DigestClient;
import org.supertransfer.sip.sdp.SessionDescription;
import org.supertransfer.sip.transport.ResponseListener;

/** A re-INVITE of ours, with or without an offer, from the wait for the dialog's gate to the ACK. */
final class Reinvite implements ResponseListener {
    private static final int GLARE_RETRIES = 2;
    private static final int LONGEST_RETRY_AFTER = 5;

    /** What came of it; nothing at all when it was abandoned or the leg is lost. */
    interface Outcome {
        /** The answer to our offer, or the party's own offer when we made none. */
        void accepted(SessionDescription description);

        void refused(int status);
    }

    private final Talk talk;
    private final @Nullable SessionDescription offer;
    private final Outcome outcome;
    private @Nullable SessionDescription stamped;
    private @Nullable SessionDescription asked;
    private @Nullable Request request;
    private @Nullable Timer retry;
    private @Nullable Timer patience;
    private int glares;
    private boolean retriedLater;
    private int challenges;
    private boolean abandoned;
    private boolean accepted;

    static Outcome outcome(Consumer<SessionDescription> accepted, IntConsumer refused) {
        return new Outcome() {
            @Override
            public void accepted(SessionDescription description) {
                accepted.accept(description);
            }

            @Override
            public void refused(int status) {
                refused.accept(status);
            }
        };
    }

    /** @param offer null asks the party for its offer */
    Reinvite(Talk talk, @Nullable SessionDescription offer, Outcome outcome) {
        this.talk = talk;
        this.offer = offer;
        this.outcome = outcome;
    }

    void start() {
        talk.gate().whenOurs(this::begin);
    }

    private void begin() {
        if (abandoned) {
            talk.gate().release();
            return;
        }
        talk.renegotiated();
        if (offer != null) {
            stamped = talk.leg().media().stamp(offer);
        }
        send(talk.dialog().request(Request.INVITE));
    }

    private void send(Request next) {
        request = next;
        if (stamped != null) {
            Parts.withSdp(next, stamped);
        }
        talk.wire().dress(next);
        talk.session().propose(next);
        talk.leg().identity().write(next);
        talk.leg().publish();
        if (talk.wire().send(next, this).isEmpty()) {
            talk.lost();
        }
    }

    @Override
    public void onResponse(Response response, ClientTransaction tx) {
        talk.lane().execute(() -> response(response));
    }

    @Override
    public void onTimeout(ClientTransaction tx) {
        talk.lane().execute(talk::silent);
    }

    private void response(Response response) {
        int status = response.getStatusCode();
        Timer.cancel(patience);
        if (status < 200) {
            waitForMore();
        } else if (accepted) {
            talk.onStray(response);
        } else if (status < 300) {
            accepted = true;
            accepted(response);
        } else if (status == 491 && glares < GLARE_RETRIES && !abandoned) {
            glares++;
            again(glarePause());
        } else if (status == 500
                && !retriedLater
                && !abandoned
                && retryAfter(response).isPresent()) {
            retriedLater = true;
            again(retryAfter(response).orElseThrow());
        } else if (status == 422
                && !abandoned
                && request != null
                && talk.session().raise(request, response)) {
            send(talk.dialog().request(Request.INVITE));
        } else if (DigestClient.isChallenge(status) && !abandoned) {
            authorized(response);
        } else if (status == 481) {
            talk.lost();
        } else if (status == 408) {
            talk.silent();
        } else {
            refused(status);
        }
    }

    /** A party that said 100 and then nothing: no timer of the transaction tells (RFC 3261 section 17.1.1.2). */
    private void waitForMore() {
        patience = talk.lane().after(talk.leg().call().timing().transaction(), talk::silent);
    }

    private void refused(int status) {
        talk.gate().release();
        if (!abandoned) {
            outcome.refused(status);
        }
    }

    /** RFC 3261 section 14.1: the owner of the Call-ID waits longer. */
    private Duration glarePause() {
        RandomGenerator random = talk.surroundings().timing().random();
        return Duration.ofMillis(talk.dialog().uac ? 10 * random.nextLong(210, 401) : 10 * random.nextLong(0, 201));
    }

    private static Optional<Duration> retryAfter(Response response) {
        return response.getHeader(RetryAfterHeader.NAME) instanceof RetryAfterHeader header
                        && header.getRetryAfter() <= LONGEST_RETRY_AFTER
                ? Optional.of(Duration.ofSeconds(header.getRetryAfter()))
                : Optional.empty();
    }

    private void again(Duration pause) {
        retry = talk.lane().after(pause, () -> {
            retry = null;
            challenges = 0;
            send(talk.dialog().request(Request.INVITE));
        });
    }

    private void authorized(Response challenge) {
        Optional<Request> next =
                request == null ? Optional.empty() : talk.leg().credentials(request, challenge, challenges++);
        if (next.isEmpty()) {
            refused(challenge.getStatusCode());
            return;
        }
        request = next.get();
        talk.dialog().renumber(request);
        if (talk.wire().send(request, this).isEmpty()) {
            talk.lost();
        }
    }

    private void accepted(Response ok) {
        talk.dialog().moveTarget(ok);
        talk.heard(ok);
        talk.session().agreed(ok);
        Optional<SessionDescription> body = Parts.sdp(ok);
        if (stamped == null) {
            asked(ok, body);
            return;
        }
        SessionDescription answer = body.or(talk.leg().media()::received).orElse(stamped);
        talk.leg().media().agreed(stamped, answer);
        talk.acknowledge(Parts.cseq(ok), null);
        talk.gate().release();
        if (abandoned) {
            tellAnew();
        } else {
            outcome.accepted(answer);
        }
    }

    /** The party took an offer that had been given up: it is told again what the other party said for good. */
    private void tellAnew() {
        Leg leg = talk.leg();
        Leg other = leg.partner().orElse(null);
        if (other != null) {
            other.media().received().ifPresent(said -> leg.call().operations().addIfIdle(new Moved(other, leg, said)));
        }
    }

    private void asked(Response ok, Optional<SessionDescription> body) {
        if (body.isEmpty()) {
            talk.acknowledge(Parts.cseq(ok), null);
            refused(Response.NOT_ACCEPTABLE_HERE);
            return;
        }
        asked = body.get();
        talk.leg().media().offered(asked);
        if (!asked.holds()) {
            talk.noteHold(false);
        }
        if (abandoned) {
            ack(talk.leg().media().silentAnswer(asked));
        } else {
            outcome.accepted(asked);
        }
    }

    /** Answers the party's offer in the ACK. */
    void ack(SessionDescription answer) {
        if (asked == null || request == null) {
            return;
        }
        SessionDescription sent = talk.leg().media().stamp(answer);
        talk.leg().media().agreed(sent, asked);
        talk.acknowledge(Parts.cseq(request), sent);
        asked = null;
        talk.gate().release();
    }

    /** Nobody waits for the outcome any more; what the party still says is answered with silence (RFC 3725). */
    void abandon() {
        abandoned = true;
        if (retry != null) {
            retry.cancel();
            retry = null;
            talk.gate().release();
        } else if (asked != null) {
            ack(talk.leg().media().silentAnswer(asked));
        }
    }
}
