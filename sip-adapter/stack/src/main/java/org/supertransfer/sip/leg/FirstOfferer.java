package org.supertransfer.sip.leg;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.sip.message.Response;
import org.supertransfer.sip.sdp.SessionDescription;

/** A dialled party whose 200 made an offer that waits for its answer in the ACK. */
final class FirstOfferer implements Offerer {
    private final Leg leg;
    private final FirstAnswer first;

    FirstOfferer(Leg leg, FirstAnswer first) {
        this.leg = leg;
        this.first = first;
    }

    @Override
    public Leg leg() {
        return leg;
    }

    @Override
    public void ask(Consumer<SessionDescription> offer, IntConsumer refused) {
        first.holdBack();
        first.openOffer().ifPresentOrElse(offer, () -> refused.accept(Response.NOT_ACCEPTABLE_HERE));
    }

    @Override
    public void answer(SessionDescription answer, Runnable done) {
        first.answer(answer);
        done.run();
    }

    @Override
    public void giveUp(int status) {
        first.settle();
    }
}
