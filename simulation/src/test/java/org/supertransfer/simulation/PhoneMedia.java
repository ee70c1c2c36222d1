package org.supertransfer.simulation;

import org.jspecify.annotations.Nullable;

/** What a phone and the other side of one call told each other about media (RFC 3264). */
public final class PhoneMedia {
    private final SimPhone phone;
    private final int port;
    private long version;
    private String wish = "sendrecv";
    private String wishBefore = wish;
    private @Nullable Sdp said;
    private @Nullable Sdp heard;
    private @Nullable Sdp saying;
    private @Nullable Sdp hearing;

    PhoneMedia(SimPhone phone) {
        this.phone = phone;
        this.port = phone.nextPort();
    }

    /** What the phone wants for itself, whatever the other side offers. */
    String wish() {
        return wish;
    }

    Sdp offer(String direction) {
        wishBefore = wish;
        wish = direction;
        saying = Sdp.of(phone.host(), port, ++version, direction);
        hearing = null;
        return saying;
    }

    Sdp answer(Sdp offer) {
        hearing = offer;
        saying = Sdp.of(phone.host(), port, ++version, offer.answering(wish));
        return saying;
    }

    /** The other side answered our offer. */
    void answered(Sdp answer) {
        hearing = answer;
        agree();
    }

    /** Our 2xx was acknowledged: with an answer when it made an offer. */
    void acknowledged(@Nullable Sdp answer) {
        if (hearing == null) {
            hearing = answer;
        }
        agree();
    }

    void agree() {
        if (saying != null && hearing != null) {
            said = saying;
            heard = hearing;
            wishBefore = wish;
        }
        forget();
    }

    /** The offer came to nothing. */
    void forget() {
        wish = wishBefore;
        saying = null;
        hearing = null;
    }

    /** What the phone said last that both agreed on, null before the first. */
    public @Nullable String said() {
        return said == null ? null : said.text();
    }

    /** What the other side said last. */
    public @Nullable String heard() {
        return heard == null ? null : heard.text();
    }

    /** Where this phone sends its voice; null when it is not to speak. */
    public @Nullable String speaksTo() {
        return heard != null && heard.direction().matches("sendrecv|recvonly") ? heard.target() : null;
    }

    /** Where this phone listens. */
    public @Nullable String listensAt() {
        return said == null ? null : said.target();
    }
}
