package org.supertransfer.sip.leg;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.Direction;
import org.supertransfer.sip.sdp.OfferAnswer;
import org.supertransfer.sip.sdp.Origin;
import org.supertransfer.sip.sdp.SessionDescription;

/** What one leg's two sides told each other about media, as far as both accepted it. */
final class LegMedia {
    private final Origin origin;
    private @Nullable SessionDescription sent;
    private @Nullable SessionDescription received;
    private @Nullable SessionDescription fullOffer;

    LegMedia(Origin origin) {
        this.origin = origin;
    }

    /** The description as it goes to this party. */
    SessionDescription stamp(SessionDescription description) {
        return origin.stamp(description);
    }

    /** Our answer to an offer of this party when nobody is there to hear it. */
    SessionDescription silentAnswer(SessionDescription offer) {
        return origin.silentAnswer(offer);
    }

    /** Our offer when nobody is there yet to be heard. */
    SessionDescription silentOffer() {
        return origin.silentOffer();
    }

    /** The party offered all it can (in an INVITE of its own, or when asked without an offer). */
    void offered(SessionDescription offer) {
        received = offer;
        fullOffer = offer;
    }

    /** An offer and an answer were exchanged: what we said, what the party said. */
    void agreed(SessionDescription ours, SessionDescription theirs) {
        sent = ours;
        received = theirs;
    }

    /** What we told the party last, accepted by it. */
    Optional<SessionDescription> sent() {
        return Optional.ofNullable(sent);
    }

    Optional<SessionDescription> received() {
        return Optional.ofNullable(received);
    }

    /** The media lines of the dialog; null before there are any. */
    @Nullable
    SessionDescription lines() {
        return sent;
    }

    /** What another party is offered for this one: its last full offer while its addresses hold, else its last word. */
    Optional<SessionDescription> forOthers() {
        if (received == null) {
            return Optional.empty();
        }
        boolean holds = fullOffer != null && OfferAnswer.stillAt(fullOffer, received);
        SessionDescription best = holds && fullOffer != null ? fullOffer : received;
        return Optional.of(best.withDirection(Direction.SENDRECV));
    }

    /** Whether the party itself holds with its phone's own key. */
    boolean partyHolds() {
        return partyHolds;
    }

    void partyHolds(boolean holds) {
        partyHolds = holds;
    }

    private boolean partyHolds;

    /** Whether we hold the party: all we told it is silence. */
    boolean held() {
        return sent != null && allInactive(sent);
    }

    private static boolean allInactive(SessionDescription description) {
        for (int i = 0; i < description.media().size(); i++) {
            boolean live = !description.media().get(i).rejected();
            if (live && description.direction(i) != Direction.INACTIVE) {
                return false;
            }
        }
        return true;
    }

    long version() {
        return origin.version();
    }
}
