package org.supertransfer.sip.leg;

import java.time.Duration;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/** A 2xx of ours, sent again and again until its ACK comes or 64·T1 are over (RFC 3261 section 13.3.1.4). */
final class Retransmission {
    private final Call call;
    private final Response response;
    private final Runnable unanswered;
    private Duration pause;
    private Duration left;
    private @Nullable Timer timer;

    /** @param unanswered runs when no ACK came in time */
    Retransmission(Call call, Response response, Runnable unanswered) {
        this.call = call;
        this.response = response;
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
        call.wire().repeat(response);
        pause = pause.multipliedBy(2);
        if (pause.compareTo(call.timing().t2()) > 0) {
            pause = call.timing().t2();
        }
        start();
    }
}
