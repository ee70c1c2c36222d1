package org.supertransfer.sip.sdp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code o=} line of one leg: one session id for the leg's life, a version that grows with every change (RFC 3264
 * section 8). Not thread-safe: a leg's own.
 */
public final class Origin {
    private final long sessionId;
    private final String address;
    private long version;
    private @Nullable SessionDescription last;

    /**
     * @param sessionId positive
     * @param address our numeric address as shown to others
     */
    public Origin(long sessionId, String address) {
        this.sessionId = sessionId;
        this.address = address;
    }

    /** The description as this leg sends it: our origin line, a new version unless it is what was sent last. */
    public SessionDescription stamp(SessionDescription description) {
        if (last == null || !last.sameAs(description)) {
            version++;
        }
        last = description.withOrigin(line(version));
        return last;
    }

    public long version() {
        return version;
    }

    /** A description that says nothing but that we are here: silent media lines in answer to these. */
    public SessionDescription silentAnswer(SessionDescription offer) {
        String connection = "c=IN " + family() + " " + address;
        return new SessionDescription(
                List.of("v=0", line(version), "s=-", connection, "t=0 0"),
                offer.media().stream().map(MediaSection::silent).toList());
    }

    /** An offer of voice that nobody hears yet: what any phone takes, at our address, inactive. */
    public SessionDescription silentOffer() {
        List<String> text = List.of(
                "v=0",
                line(version),
                "s=-",
                "c=IN " + family() + " " + address,
                "t=0 0",
                "m=audio 9 RTP/AVP 8 0 101",
                "a=rtpmap:8 PCMA/8000",
                "a=rtpmap:0 PCMU/8000",
                "a=rtpmap:101 telephone-event/8000",
                "a=inactive");
        return stamp(SessionDescription.parse(String.join("\n", text)).orElseThrow());
    }

    private String line(long number) {
        return "o=- " + sessionId + " " + number + " IN " + family() + " " + address;
    }

    private String family() {
        return address.contains(":") ? "IP6" : "IP4";
    }
}
