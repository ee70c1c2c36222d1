package org.supertransfer.sip.leg;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.SessionDescription;

/** A party in a dialog that gets the offer by a re-INVITE. */
final class ReinviteAnswerer implements Answerer {
    private final Leg leg;
    private @Nullable Reinvite reinvite;

    ReinviteAnswerer(Leg leg) {
        this.leg = leg;
    }

    @Override
    public Leg leg() {
        return leg;
    }

    @Override
    public void offer(SessionDescription offer, Consumer<SessionDescription> answer, IntConsumer refused) {
        leg.talk()
                .ifPresentOrElse(
                        talk -> begin(new Reinvite(talk, offer, Reinvite.outcome(answer, refused))),
                        () -> refused.accept(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST));
    }

    private void begin(Reinvite begun) {
        reinvite = begun;
        begun.start();
    }

    @Override
    public void giveUp(int status) {
        if (reinvite != null) {
            reinvite.abandon();
        }
    }
}
