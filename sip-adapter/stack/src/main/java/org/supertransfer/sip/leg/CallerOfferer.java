package org.supertransfer.sip.leg;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.sip.message.Response;
import org.supertransfer.sip.sdp.SessionDescription;

/** An unanswered caller whose INVITE made the offer; the answer goes in our 200. */
final class CallerOfferer implements Offerer {
    private final Leg leg;

    CallerOfferer(Leg leg) {
        this.leg = leg;
    }

    @Override
    public Leg leg() {
        return leg;
    }

    @Override
    public void ask(Consumer<SessionDescription> offer, IntConsumer refused) {
        leg.caller().flatMap(Caller::offer).ifPresentOrElse(offer, () -> refused.accept(Response.NOT_ACCEPTABLE_HERE));
    }

    /** Done with the ACK: until then we could neither re-INVITE nor say BYE. */
    @Override
    public void answer(SessionDescription answer, Runnable done) {
        leg.caller().ifPresent(caller -> caller.answer(answer, done));
    }

    @Override
    public void giveUp(int status) {
        // The caller hears nothing of it: it goes on waiting.
    }
}
