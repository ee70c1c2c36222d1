package org.supertransfer.sip.leg;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.sip.message.Response;
import org.supertransfer.sip.sdp.SessionDescription;

/** An unanswered caller whose INVITE made no offer: it gets one in our 200 and answers in its ACK. */
final class CallerAnswerer implements Answerer {
    private final Leg leg;

    CallerAnswerer(Leg leg) {
        this.leg = leg;
    }

    @Override
    public Leg leg() {
        return leg;
    }

    @Override
    public void offer(SessionDescription offer, Consumer<SessionDescription> answer, IntConsumer refused) {
        leg.caller()
                .ifPresentOrElse(
                        caller -> caller.offer(offer, answer, refused),
                        () -> refused.accept(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST));
    }

    @Override
    public void giveUp(int status) {
        // Its 200 is sent; it is a leg like any other from now on.
    }
}
