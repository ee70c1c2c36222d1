package org.supertransfer.sip.leg;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.OperationId;
import org.supertransfer.sip.sdp.Direction;
import org.supertransfer.sip.sdp.SessionDescription;

/** Puts a party on hold: the last description it got, inactive (RFC 3264 section 8.4, without voice to be sent by us). */
final class Hold extends Operation {
    private final Leg leg;
    private final OperationId id;
    private @Nullable ReinviteAnswerer step;

    Hold(Leg leg, OperationId id) {
        super(leg.call(), Set.of(leg));
        this.leg = leg;
        this.id = id;
    }

    @Override
    void run() {
        leg.leave();
        leg.talk().flatMap(Talk::firstAnswer).ifPresent(FirstAnswer::settle);
        Optional<SessionDescription> sent =
                leg.talk().flatMap(talk -> leg.media().sent());
        if (sent.isEmpty()) {
            fail(false);
        } else if (leg.media().held()) {
            succeed();
        } else {
            step = new ReinviteAnswerer(leg);
            step.offer(sent.get().withDirection(Direction.INACTIVE), answer -> succeed(), status -> fail(false));
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
        leg.emit(
                success
                        ? new CallEvent.Held(call().id(), leg.id(), id)
                        : new CallEvent.HoldFailed(call().id(), leg.id(), id, superseded));
    }

    @Override
    boolean yields() {
        return false;
    }
}
