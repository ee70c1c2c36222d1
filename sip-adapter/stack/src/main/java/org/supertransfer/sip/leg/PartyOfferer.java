package org.supertransfer.sip.leg;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.sip.message.Response;
import org.supertransfer.sip.sdp.SessionDescription;

/** A party that made an offer of its own in its dialog. */
final class PartyOfferer implements Offerer {
    private final PartyOffer offered;

    PartyOfferer(PartyOffer offered) {
        this.offered = offered;
    }

    @Override
    public Leg leg() {
        return offered.leg();
    }

    @Override
    public void ask(Consumer<SessionDescription> offer, IntConsumer refused) {
        offered.offer().ifPresentOrElse(offer, () -> refused.accept(Response.NOT_ACCEPTABLE_HERE));
    }

    @Override
    public void answer(SessionDescription answer, Runnable done) {
        offered.accept(answer);
        done.run();
    }

    @Override
    public void giveUp(int status) {
        offered.refuse(status);
    }
}
