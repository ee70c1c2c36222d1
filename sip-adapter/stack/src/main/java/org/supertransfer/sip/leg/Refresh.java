package org.supertransfer.sip.leg;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.SessionDescription;

/**
 * The same session description again, to learn whether the party is still there. An answer that moved the party's media is
 * passed on to whom it is joined with.
 */
final class Refresh extends Operation {
    private final Leg leg;
    private @Nullable ReinviteAnswerer step;

    Refresh(Leg leg) {
        super(leg.call(), Set.of(leg));
        this.leg = leg;
    }

    @Override
    void run() {
        SessionDescription sent = leg.media().sent().orElse(null);
        SessionDescription before = leg.media().received().orElse(null);
        if (sent == null || leg.talk().isEmpty()) {
            fail(false);
            return;
        }
        step = new ReinviteAnswerer(leg);
        step.offer(sent, answer -> answered(answer, before), status -> fail(false));
    }

    private void answered(SessionDescription answer, @Nullable SessionDescription before) {
        Leg other = leg.partner().orElse(null);
        succeed();
        if (other != null && before != null && !answer.sameAs(before)) {
            call().operations().addIfIdle(new Moved(leg, other, answer));
        }
    }

    @Override
    void stop() {
        if (step != null) {
            step.giveUp(0);
        }
    }

    @Override
    void report(boolean success, boolean superseded) {
        // A dead party reports itself: its leg ends.
    }

    @Override
    boolean yields() {
        return true;
    }
}
