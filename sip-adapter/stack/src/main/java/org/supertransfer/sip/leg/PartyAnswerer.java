package org.supertransfer.sip.leg;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.supertransfer.sip.sdp.SessionDescription;

/** A party that asked for an offer by a re-INVITE without one; its answer comes in its ACK. */
final class PartyAnswerer implements Answerer {
    private final PartyOffer asked;

    PartyAnswerer(PartyOffer asked) {
        this.asked = asked;
    }

    @Override
    public Leg leg() {
        return asked.leg();
    }

    @Override
    public void offer(SessionDescription offer, Consumer<SessionDescription> answer, IntConsumer refused) {
        asked.ask(offer, answer);
    }

    @Override
    public void giveUp(int status) {
        asked.refuse(status);
    }
}
