package org.supertransfer.sip.leg;

import java.time.Duration;
import javax.sip.ServerTransaction;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * A response of ours, sent again and again until 64·T1 are over: a 2xx until its ACK (RFC 3261 section 13.3.1.4), a
 * reliable provisional response until its PRACK, without an upper limit of the pause (RFC 3262 section 3).
 */
final class Retransmission {
    private final Call call;
    private final Response response;
    private final Runnable unanswered;
    private final @Nullable ServerTransaction tx;
    private Duration pause;
    private Duration left;
    private @Nullable Timer timer;

    /** @param unanswered runs when no ACK came in time */
    Retransmission(Call call, Response response, Runnable unanswered) {
        this(call, response, null, unanswered);
    }

    /**
     * A provisional response in its transaction.
     *
     * @param unanswered runs when no PRACK came in time
     */
    Retransmission(Call call, Response response, @Nullable ServerTransaction tx, Runnable unanswered) {
        this.call = call;
        this.response = response;
        this.tx = tx;
        this.unanswered = unanswered;
        this.pause = call.timing().t1();
        this.left = call.timing().transaction();
    }

    long cseq() {
        return Parts.cseq(response);
    }

    void start() {
        timer = call.lane().after(pause, this::again);
    }

    void stop() {
        Timer.cancel(timer);
    }

    private void again() {
        left = left.minus(pause);
        if (left.isNegative() || left.isZero()) {
            unanswered.run();
            return;
        }
        if (tx == null) {
            call.wire().repeat(response);
        } else {
            call.wire().answer(tx, response);
        }
        pause = pause.multipliedBy(2);
        if (tx == null && pause.compareTo(call.timing().t2()) > 0) {
            pause = call.timing().t2();
        }
        start();
    }
}
