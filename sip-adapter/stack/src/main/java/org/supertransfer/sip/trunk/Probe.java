package org.supertransfer.sip.trunk;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sip.ClientTransaction;
import javax.sip.SipException;
import javax.sip.message.Response;
import org.supertransfer.sip.transport.ResponseListener;
import org.supertransfer.sip.transport.SipNode;

/** Asks one trunk with OPTIONS whether it is there; whatever it answers, it is. */
final class Probe {
    /** So long may an answer take, in seconds: long before the transaction would give up. */
    static final int PATIENCE_SECONDS = 4;

    private final SipNode node;
    private final TrunkState state;
    private final ScheduledExecutorService timer;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();

    Probe(SipNode node, TrunkState state, ScheduledExecutorService timer) {
        this.node = node;
        this.state = state;
        this.timer = timer;
    }

    void send() {
        long number = asked.incrementAndGet();
        try {
            node.send(new Outgoing(node, state.peer()).options(), new Answer(number));
            timer.schedule(() -> judge(number), PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (SipException | RuntimeException e) {
            state.saidNothing();
        }
    }

    private void judge(long number) {
        if (answered.get() < number) {
            state.saidNothing();
        }
    }

    private final class Answer implements ResponseListener {
        private final long number;

        Answer(long number) {
            this.number = number;
        }

        @Override
        public void onResponse(Response response, ClientTransaction tx) {
            answered.accumulateAndGet(number, Math::max);
            state.answered();
        }

        @Override
        public void onTimeout(ClientTransaction tx) {
            judge(number);
        }
    }
}
