package org.supertransfer.sip.sdp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An offer of one leg carried to another whose dialog has media lines of its own, and the answer carried back.
 *
 * <p>A dialog's media lines never change place and never go away (RFC 3264 section 8), so the offer is laid on the other
 * dialog's lines: a missing one is offered with port 0, a surplus one gets port 0 in the answer.
 */
public final class OfferAnswer {
    private final SessionDescription offer;
    private final List<@Nullable Integer> placeOf;
    private final SessionDescription carried;

    /**
     * @param offer what one side offers
     * @param lines the last description of the dialog it is carried to, null when that has none yet
     */
    public OfferAnswer(SessionDescription offer, @Nullable SessionDescription lines) {
        this.offer = offer;
        this.placeOf = new ArrayList<>();
        this.carried = lines == null ? untouched() : laidOn(lines);
    }

    private SessionDescription untouched() {
        for (int i = 0; i < offer.media().size(); i++) {
            placeOf.add(i);
        }
        return offer;
    }

    private SessionDescription laidOn(SessionDescription lines) {
        List<MediaSection> laid = new ArrayList<>();
        offer.media().forEach(section -> placeOf.add(null));
        for (MediaSection line : lines.media()) {
            int index = unusedOf(line.type());
            if (index < 0) {
                laid.add(line.rejection());
            } else {
                placeOf.set(index, laid.size());
                laid.add(offer.media().get(index).withDirection(offer.direction(index)));
            }
        }
        return offer.withMedia(laid);
    }

    private int unusedOf(String type) {
        for (int i = 0; i < placeOf.size(); i++) {
            if (placeOf.get(i) == null && offer.media().get(i).type().equals(type)) {
                return i;
            }
        }
        return -1;
    }

    /** The offer as the other dialog gets it. */
    public SessionDescription carried() {
        return carried;
    }

    /** The other dialog's answer as the offerer gets it, with no direction its offer does not allow. */
    public SessionDescription answer(SessionDescription answer) {
        List<MediaSection> back = new ArrayList<>();
        for (int i = 0; i < placeOf.size(); i++) {
            Integer place = placeOf.get(i);
            boolean answered = place != null && place < answer.media().size();
            back.add(
                    answered ? narrowed(answer, place, i) : offer.media().get(i).rejection());
        }
        return answer.withMedia(back);
    }

    private MediaSection narrowed(SessionDescription answer, int place, int index) {
        MediaSection section = answer.media().get(place);
        if (offer.media().get(index).rejected()) {
            return offer.media().get(index).rejection();
        }
        return section.withDirection(
                answer.direction(place).within(offer.direction(index).reversed()));
    }

    /**
     * Whether a party that was offered {@code offered} and answered {@code accepted} may go on as it is when the other
     * party, offered {@code accepted}, answers {@code reply}: same addresses and ports, no payload type it does not know,
     * the same keys, nothing turned down or held.
     */
    public static boolean settled(SessionDescription offered, SessionDescription accepted, SessionDescription reply) {
        for (int i = 0; i < accepted.media().size(); i++) {
            if (!accepted.media().get(i).rejected() && !settledAt(i, offered, accepted, reply)) {
                return false;
            }
        }
        return true;
    }

    private static boolean settledAt(
            int i, SessionDescription offered, SessionDescription accepted, SessionDescription reply) {
        if (i >= offered.media().size() || i >= reply.media().size()) {
            return false;
        }
        MediaSection was = offered.media().get(i);
        MediaSection is = reply.media().get(i);
        Direction full = accepted.direction(i).reversed();
        return offered.target(i).equals(reply.target(i))
                && is.formatsWithin(was)
                && is.keys().equals(was.keys())
                && reply.direction(i) == full
                && offered.direction(i).within(full) == full;
    }

    /**
     * Whether media still goes where {@code offer} said: the same addresses and ports in {@code now}. A phone that holds
     * by the address 0.0.0.0 has not moved.
     */
    public static boolean stillAt(SessionDescription offer, SessionDescription now) {
        for (int i = 0; i < offer.media().size() && i < now.media().size(); i++) {
            boolean live =
                    !offer.media().get(i).rejected() && !now.media().get(i).rejected();
            if (live && !now.zero(i) && !offer.target(i).equals(now.target(i))) {
                return false;
            }
        }
        return true;
    }
}
