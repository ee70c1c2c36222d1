package org.supertransfer.sip.leg;

import java.util.Set;
import org.supertransfer.sip.sdp.SessionDescription;

/** A party's media is elsewhere all of a sudden (its phone was restarted, its network changed): whom it talks with is told. */
final class Moved extends Operation {
    private final Push push;

    Moved(Leg leg, Leg partner, SessionDescription said) {
        super(leg.call(), Set.of(leg, partner));
        this.push = new Push(partner, leg, said, success -> succeed());
    }

    @Override
    void run() {
        push.start();
    }

    @Override
    void stop() {
        push.stop();
    }

    @Override
    void report(boolean success, boolean superseded) {
        // Nobody asked; the join stands either way.
    }

    @Override
    boolean yields() {
        return true;
    }
}
