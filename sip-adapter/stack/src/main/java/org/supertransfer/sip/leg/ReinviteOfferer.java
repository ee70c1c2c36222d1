package org.supertransfer.sip.leg;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.SessionDescription;

/** A party in a dialog, asked for its offer by a re-INVITE without one; the answer goes in the ACK. */
final class ReinviteOfferer implements Offerer {
    private final Leg leg;
    private @Nullable Reinvite reinvite;

    ReinviteOfferer(Leg leg) {
        this.leg = leg;
    }

    @Override
    public Leg leg() {
        return leg;
    }

    @Override
    public void ask(Consumer<SessionDescription> offer, IntConsumer refused) {
        leg.talk()
                .ifPresentOrElse(
                        talk -> begin(new Reinvite(talk, null, Reinvite.outcome(offer, refused))),
                        () -> refused.accept(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST));
    }

    private void begin(Reinvite begun) {
        reinvite = begun;
        begun.start();
    }

    @Override
    public void answer(SessionDescription answer, Runnable done) {
        if (reinvite != null) {
            reinvite.ack(answer);
        }
        done.run();
    }

    @Override
    public void giveUp(int status) {
        if (reinvite != null) {
            reinvite.abandon();
        }
    }
}
