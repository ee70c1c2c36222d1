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
    private final @Nullable SessionDescription offered;
    private final @Nullable SessionDescription said;
    private @Nullable Talk talk;
    private @Nullable Timer patience;
    private boolean acknowledged;

    /** @param offered what our INVITE offered, null when it was offerless */
    FirstAnswer(Response ok, @Nullable Leg dialledFor, @Nullable SessionDescription offered) {
        this.cseq = Parts.cseq(ok);
        this.dialledFor = dialledFor;
        this.offered = offered;
        this.said = Parts.sdp(ok).orElse(null);
    }

    /** Takes what was said into the leg's media and waits for the join. */
    void begin(Talk owner) {
        talk = owner;
        LegMedia media = owner.leg().media();
        if (offered != null && said != null) {
            media.agreed(offered, said);
        } else if (said != null) {
            media.offered(said);
        }
        patience = owner.lane().after(owner.leg().call().timing().ackDelay(), this::settle);
        if (dialledFor == null) {
            settle();
        }
    }

    /** The party's own offer, still unanswered. */
    Optional<SessionDescription> openOffer() {
        return acknowledged || offered != null ? Optional.empty() : Optional.ofNullable(said);
    }

    /** What the party answered to the offer that was made for this other leg. */
    Optional<SessionDescription> answerFor(Leg other) {
        return offered != null && dialledFor == other ? Optional.ofNullable(said) : Optional.empty();
    }

    /** A join is about to answer the offer: it says when it gives up. */
    void holdBack() {
        Timer.cancel(patience);
    }

    /** The ACK that answers the open offer. */
    void answer(SessionDescription answer) {
        if (talk == null || acknowledged || said == null) {
            return;
        }
        LegMedia media = talk.leg().media();
        SessionDescription sent = media.stamp(answer);
        media.agreed(sent, said);
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
