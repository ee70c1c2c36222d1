package org.supertransfer.sip.leg;

import java.util.Set;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.SessionDescription;

/**
 * Asks whether the party is still there, and keeps its session (RFC 4028 section 7.2): an UPDATE without a word about media
 * when the party takes one, else a re-INVITE with the same session description. An answer that moved the party's media is
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
        leg.talk()
                .ifPresentOrElse(
                        talk -> {
                            if (talk.takesUpdate()) {
                                update(talk);
                            } else {
                                reinvite();
                            }
                        },
                        () -> fail(false));
    }

    private void update(Talk talk) {
        Request update = talk.dialog().request(Request.UPDATE);
        talk.wire().dress(update);
        talk.session().propose(update);
        leg.identity().write(update);
        leg.publish();
        boolean sent = Ask.send(
                leg, talk.dialog(), update, new Ask.Outcome(last -> updated(talk, update, last), talk::silent));
        if (!sent) {
            talk.lost();
        }
    }

    private void updated(Talk talk, Request update, Response last) {
        int status = last.getStatusCode();
        if (status < 300) {
            talk.dialog().moveTarget(last);
            talk.heard(last);
            talk.session().agreed(last);
            succeed();
        } else if (status == Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST) {
            talk.lost();
        } else if (status == Response.REQUEST_TIMEOUT) {
            talk.silent();
        } else if (over()) {
            return;
        } else if (status == 422 && talk.session().raise(update, last)) {
            update(talk);
        } else if (status == Response.METHOD_NOT_ALLOWED || status == Response.NOT_IMPLEMENTED) {
            talk.refusesUpdate();
            reinvite();
        } else {
            fail(false);
        }
    }

    private void reinvite() {
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
