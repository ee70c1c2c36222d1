package org.supertransfer.sip.leg;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.OfferAnswer;
import org.supertransfer.sip.sdp.SessionDescription;

/**
 * What one party said is offered to another; when that one's answer is not what the first was told, the first is told.
 * After an answer this is one re-INVITE and not two.
 */
final class Push {
    private final Leg to;
    private final Leg from;
    private final SessionDescription said;
    private final Consumer<Boolean> outcome;
    private @Nullable ReinviteAnswerer step;
    private boolean over;

    /** @param said the words of {@code from} */
    Push(Leg to, Leg from, SessionDescription said, Consumer<Boolean> outcome) {
        this.to = to;
        this.from = from;
        this.said = said;
        this.outcome = outcome;
    }

    void start() {
        OfferAnswer carried = new OfferAnswer(said, to.media().lines());
        Optional<SessionDescription> known = to.media()
                .sent()
                .filter(sent -> sent.sameAs(carried.carried()))
                .flatMap(sent -> to.media().received());
        if (known.isPresent()) {
            answered(known.get(), carried);
        } else {
            step = new ReinviteAnswerer(to);
            step.offer(carried.carried(), answer -> answered(answer, carried), status -> end(false));
        }
    }

    private void answered(SessionDescription answer, OfferAnswer carried) {
        if (over) {
            return;
        }
        Optional<SessionDescription> told = from.media().sent();
        if (told.isPresent() && OfferAnswer.settled(told.get(), said, carried.answer(answer))) {
            end(true);
            return;
        }
        step = new ReinviteAnswerer(from);
        SessionDescription back = new OfferAnswer(answer, from.media().lines()).carried();
        step.offer(back, accepted -> end(true), status -> end(false));
    }

    void stop() {
        if (!over) {
            over = true;
            if (step != null) {
                step.giveUp(0);
            }
        }
    }

    private void end(boolean success) {
        if (!over) {
            over = true;
            outcome.accept(success);
        }
    }
}
