package org.supertransfer.sip.leg;

import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.Direction;
import org.supertransfer.sip.sdp.OfferAnswer;
import org.supertransfer.sip.sdp.SessionDescription;

/** One offer carried from a leg to another and the answer carried back (RFC 3725 section 4.3 without the black hole). */
final class Exchange {
    /** What came of it. */
    interface Outcome {
        /**
         * Both know each other.
         *
         * @param answer of the second party
         * @param widened whether the second was offered more than the first said, because we held it
         */
        void done(SessionDescription answer, boolean widened);

        /** @param byOfferer whether it was the first party that refused, and so no offer was made at all */
        void failed(int status, boolean byOfferer);
    }

    private final Offerer from;
    private final Answerer to;
    private final Outcome outcome;
    private boolean asItIs;
    private @Nullable Timer silence;
    private boolean over;

    Exchange(Offerer from, Answerer to, Outcome outcome) {
        this.from = from;
        this.to = to;
        this.outcome = outcome;
    }

    /** Directions are carried as the first party wrote them: its own wish. */
    Exchange asItIs() {
        asItIs = true;
        return this;
    }

    void start() {
        from.ask(this::offered, status -> end(() -> outcome.failed(status, true)));
    }

    private void offered(SessionDescription offer) {
        if (over) {
            return;
        }
        OfferAnswer carried =
                new OfferAnswer(offer, mirrored() ? null : to.leg().media().lines());
        boolean untouched = asItIs || from.leg().media().partyHolds();
        SessionDescription wide =
                untouched ? carried.carried() : carried.carried().withDirection(Direction.SENDRECV);
        Call call = to.leg().call();
        silence = call.lane().after(call.timing().silence(), () -> failed(Response.REQUEST_TIMEOUT));
        to.offer(wide, answer -> answered(answer, carried, !untouched), this::failed);
    }

    /** A joined party's own offer goes through line by line while both dialogs have the same: it may add or change lines. */
    private boolean mirrored() {
        SessionDescription here = from.leg().media().lines();
        SessionDescription there = to.leg().media().lines();
        return asItIs && here != null && there != null && here.hasLinesOf(there);
    }

    private void answered(SessionDescription answer, OfferAnswer carried, boolean mayWiden) {
        if (over) {
            return;
        }
        Timer.cancel(silence);
        boolean widened = mayWiden && narrower(carried.carried());
        from.answer(carried.answer(answer), () -> end(() -> outcome.done(answer, widened)));
    }

    private static boolean narrower(SessionDescription offer) {
        for (int i = 0; i < offer.media().size(); i++) {
            if (!offer.media().get(i).rejected() && offer.direction(i) != Direction.SENDRECV) {
                return true;
            }
        }
        return false;
    }

    private void failed(int status) {
        end(() -> {
            from.giveUp(status);
            to.giveUp(status);
            outcome.failed(status, false);
        });
    }

    /** Stops without an outcome. */
    void stop() {
        end(() -> {
            from.giveUp(Response.SERVER_INTERNAL_ERROR);
            to.giveUp(Response.SERVER_INTERNAL_ERROR);
        });
    }

    private void end(Runnable ending) {
        if (!over) {
            over = true;
            Timer.cancel(silence);
            ending.run();
        }
    }
}
