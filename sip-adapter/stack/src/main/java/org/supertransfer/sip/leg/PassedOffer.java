package org.supertransfer.sip.leg;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.SessionDescription;

/** A party's own re-INVITE or UPDATE, passed on to the party it is joined with: its hold, its codecs, its new address. */
final class PassedOffer extends Operation implements Exchange.Outcome {
    private final PartyOffer offer;
    private final Leg other;
    private @Nullable Exchange exchange;

    PassedOffer(PartyOffer offer, Leg other) {
        super(offer.leg().call(), Set.of(offer.leg(), other));
        this.offer = offer;
        this.other = other;
    }

    @Override
    void run() {
        exchange = offer.offer().isPresent()
                ? new Exchange(new PartyOfferer(offer), new ReinviteAnswerer(other), this)
                : new Exchange(new ReinviteOfferer(other), new PartyAnswerer(offer), this);
        exchange.asItIs().start();
    }

    @Override
    public void done(SessionDescription answer, boolean widened) {
        succeed();
    }

    @Override
    public void failed(int status, boolean byOfferer) {
        offer.refuse(status);
        fail(false);
    }

    @Override
    void stop() {
        if (exchange != null) {
            exchange.stop();
        }
    }

    @Override
    void report(boolean success, boolean superseded) {
        // The party has its response; nobody else asked.
    }

    @Override
    boolean yields() {
        return false;
    }
}
