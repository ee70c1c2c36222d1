package org.supertransfer.sip.leg;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.SessionDescription;

/** The early dialogs of one INVITE of ours, by their To tags. */
final class Forks {
    /** No proxy forks this wide; a peer that makes up tags fills nothing. */
    private static final int MOST = 20;

    private final Leg leg;
    private final Map<String, Reached> byTag = new LinkedHashMap<>();
    private @Nullable SessionDescription offer;

    Forks(Leg leg) {
        this.leg = leg;
    }

    /** Another INVITE goes out. */
    void restart(@Nullable SessionDescription offered) {
        byTag.clear();
        offer = offered;
    }

    /** Takes a provisional response; false for one that is to be ignored. */
    boolean take(Response response) {
        boolean room = byTag.size() < MOST || byTag.containsKey(Parts.toTag(response));
        return room && at(response).take(response);
    }

    private Reached at(Response response) {
        return byTag.computeIfAbsent(Parts.toTag(response), tag -> new Reached(leg, response, offer));
    }

    /** The early dialog that a request of the party is in. */
    Optional<Reached> of(Request request) {
        return byTag.values().stream().filter(early -> early.isOf(request)).findFirst();
    }

    /** What was said reliably before holds; else the 200 says it. */
    Optional<FirstWords> words(Response ok) {
        return at(ok).words().or(() -> Parts.sdp(ok).map(said -> new FirstWords(offer, said, false)));
    }

    /** The dialog that this 200 makes. */
    Dialog dialog(Response ok) {
        return at(ok).confirmed(ok);
    }
}
