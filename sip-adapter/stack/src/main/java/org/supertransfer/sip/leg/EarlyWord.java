package org.supertransfer.sip.leg;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.OfferAnswer;
import org.supertransfer.sip.sdp.SessionDescription;

/** Lets an answered party hear what a ringing one sends early (its network's announcement): a re-INVITE with it. */
final class EarlyWord extends Operation {
    private final Leg listener;
    private final SessionDescription early;
    private @Nullable ReinviteAnswerer step;

    EarlyWord(Leg listener, SessionDescription early) {
        super(listener.call(), Set.of(listener));
        this.listener = listener;
        this.early = early;
    }

    @Override
    void run() {
        boolean joinedMeanwhile = listener.partner().isPresent();
        if (joinedMeanwhile || listener.talk().isEmpty()) {
            fail(false);
            return;
        }
        step = new ReinviteAnswerer(listener);
        SessionDescription carried = new OfferAnswer(early, listener.media().lines()).carried();
        step.offer(carried, answer -> succeed(), status -> fail(false));
    }

    @Override
    void stop() {
        if (step != null) {
            step.giveUp(0);
        }
    }

    @Override
    void report(boolean success, boolean superseded) {
        // Early media is a courtesy: nobody waits for it.
    }

    @Override
    boolean yields() {
        return true;
    }
}
