package org.supertransfer.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.supertransfer.callcontrol.CallEvent;

/** Stands in a call whose legs another call is about to take: for a moment, what happens to them is kept. */
final class Lent implements Takeover {
    private final List<CallEvent.OfLeg> kept = new ArrayList<>();

    void keep(CallEvent.OfLeg event) {
        kept.add(event);
    }

    List<CallEvent.OfLeg> kept() {
        return List.copyOf(kept);
    }

    @Override
    public String transferId() {
        return "lent";
    }

    @Override
    public void event(CallEvent.OfLeg event) {
        keep(event);
    }

    @Override
    public void offered(String username) {
        // A call that waits in a queue is not lent.
    }

    /** Too short a moment to hit; whoever does asks again. */
    @Override
    public void hungUp(String username) {}

    @Override
    public Optional<CallView.State> stateFor(Leg leg) {
        return Optional.of(leg.isUp() ? CallView.State.CONNECTED : CallView.State.RINGING);
    }

    @Override
    public Optional<CallView.PartyView> partyFor(Leg leg) {
        return Optional.empty();
    }

    @Override
    public Optional<CallView.HandoverView> handoverTo(Leg leg) {
        return Optional.empty();
    }

    @Override
    public boolean tells(String username) {
        return false;
    }
}
