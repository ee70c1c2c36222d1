package org.supertransfer.sip.leg;

import java.util.Optional;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.SessionDescription;

/**
 * A dialled party's 200 to our first INVITE: acknowledged by the join, by a hang-up, or by itself. When our INVITE made no
 * offer, the 200 has one and the ACK must answer it (RFC 3261 section 13.2.1).
 */
final class FirstAnswer {
    private final long cseq;
    private final @Nullable Leg dialledFor;
    private final FirstWords words;
    private @Nullable Talk talk;
    private @Nullable Timer patience;
    private boolean acknowledged;

    FirstAnswer(Response ok, @Nullable Leg dialledFor, FirstWords words) {
        this.cseq = Parts.cseq(ok);
        this.dialledFor = dialledFor;
        this.words = words;
    }

    /** Takes what was said into the leg's media and waits for the join. */
    void begin(Talk owner) {
        talk = owner;
        LegMedia media = owner.leg().media();
        if (words.ours() != null) {
            media.agreed(words.ours(), words.said());
        } else {
            media.offered(words.said());
        }
        patience = owner.lane().after(owner.leg().call().timing().ackDelay(), this::settle);
        if (dialledFor == null) {
            settle();
        }
    }

    /** The party's own offer, still unanswered. */
    Optional<SessionDescription> openOffer() {
        return acknowledged || words.ours() != null ? Optional.empty() : Optional.of(words.said());
    }

    /** What the party answered to the offer that was made for this other leg. */
    Optional<SessionDescription> answerFor(Leg other) {
        boolean answers = words.ours() != null && !words.silent() && dialledFor == other;
        return answers ? Optional.of(words.said()) : Optional.empty();
    }

    /** A join is about to answer the offer: it says when it gives up. */
    void holdBack() {
        Timer.cancel(patience);
    }

    /** The ACK that answers the open offer. */
    void answer(SessionDescription answer) {
        if (talk == null || acknowledged) {
            return;
        }
        LegMedia media = talk.leg().media();
        SessionDescription sent = media.stamp(answer);
        media.agreed(sent, words.said());
        acknowledge(sent);
    }

    /** The ACK at the latest moment: nothing to say, or silence in answer to an offer. */
    void settle() {
        if (talk == null || acknowledged) {
            return;
        }
        if (openOffer().isPresent()) {
            answer(talk.leg().media().silentAnswer(openOffer().get()));
        } else {
            acknowledge(null);
        }
    }

    private void acknowledge(@Nullable SessionDescription answer) {
        acknowledged = true;
        Timer.cancel(patience);
        if (talk != null) {
            talk.acknowledge(cseq, answer);
            talk.gate().release();
        }
    }
}
