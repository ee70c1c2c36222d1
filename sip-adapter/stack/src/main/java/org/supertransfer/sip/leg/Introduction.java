package org.supertransfer.sip.leg;

import java.util.Set;
import javax.sip.message.Request;

/**
 * Tells a phone of ours with whom it talks now (RFC 3325, RFC 3311), when the join had no other message for it: by an UPDATE
 * without a word about media. A phone that takes none goes on showing whom it was called by.
 */
final class Introduction extends Operation {
    private final Leg leg;

    private Introduction(Leg leg) {
        super(leg.call(), Set.of(leg));
        this.leg = leg;
    }

    static void to(Leg leg) {
        boolean able = leg.talk().filter(Talk::takesUpdate).isPresent();
        if (able && leg.identity().isOld()) {
            leg.call().operations().addIfIdle(new Introduction(leg));
        }
    }

    @Override
    void run() {
        leg.talk().ifPresentOrElse(this::tell, () -> fail(false));
    }

    private void tell(Talk talk) {
        Request update = talk.dialog().request(Request.UPDATE);
        talk.wire().dress(update);
        talk.session().propose(update);
        leg.identity().write(update);
        leg.publish();
        Ask.Outcome outcome = new Ask.Outcome(
                last -> {
                    if (last.getStatusCode() < 300) {
                        talk.session().agreed(last);
                    }
                    succeed();
                },
                () -> fail(false));
        if (!Ask.send(leg, talk.dialog(), update, outcome)) {
            fail(false);
        }
    }

    @Override
    void stop() {
        // What is sent is sent; its answer changes nothing.
    }

    @Override
    void report(boolean success, boolean superseded) {
        // A courtesy: nobody waits for it.
    }

    @Override
    boolean yields() {
        return true;
    }
}
