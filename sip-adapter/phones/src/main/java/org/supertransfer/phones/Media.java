package org.supertransfer.phones;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One call's side of offer and answer (RFC 3264): its own port, the last descriptions each way, its own hold key. */
final class Media {
    private static final AtomicInteger PORTS = new AtomicInteger(20_000);

    private final MediaEndpoint local;
    private final Codecs codecs;
    private final long sessionId;
    private long version;
    private volatile Direction wish = Direction.SENDRECV;
    private volatile @Nullable SessionDescription sent;
    private volatile @Nullable SessionDescription received;
    private @Nullable SessionDescription offered;

    Media(Codecs codecs) {
        this(codecs, new MediaEndpoint(SipWire.HOST, nextPort()));
    }

    Media(Codecs codecs, MediaEndpoint local) {
        this.codecs = codecs;
        this.local = local;
        this.sessionId = 1_000_000_000L + local.port();
    }

    /** RTP ports are even (RFC 3550 section 11); each call of this JVM has its own. */
    private static int nextPort() {
        return PORTS.getAndUpdate(port -> port >= 59_998 ? 20_000 : port + 2);
    }

    MediaEndpoint local() {
        return local;
    }

    Optional<SessionDescription> received() {
        return Optional.ofNullable(received);
    }

    Optional<SessionDescription> sent() {
        return Optional.ofNullable(sent);
    }

    void wish(Direction direction) {
        wish = direction;
    }

    Direction wish() {
        return wish;
    }

    /** What flows now, as this side sees it: what it said and what the other side allows. */
    Direction flow() {
        SessionDescription mine = sent;
        SessionDescription theirs = received;
        if (mine == null || theirs == null) {
            return Direction.INACTIVE;
        }
        return mine.direction().and(theirs.direction().reversed());
    }

    /** A new offer: the streams as they are, or the first one, with this side's wish. */
    String offer() {
        SessionDescription last = sent;
        String streams = last == null ? codecs.offered(local.port()) : streamsOf(last);
        SessionDescription offer = describe(withDirection(streams, wish));
        offered = offer;
        return offer.text();
    }

    /** The other side accepted the offer; a preview in a provisional response counts likewise. */
    void accepted(SessionDescription answer) {
        sent = offered != null ? offered : sent;
        received = answer;
    }

    /** A caller's offer, not yet answered. */
    void offeredBy(SessionDescription offer) {
        received = offer;
    }

    /** The offer was refused: everything stays as it was (RFC 3261 section 14.1). */
    void refused() {
        offered = null;
    }

    /** The answer to an offer; empty without a common codec (488). */
    Optional<String> answer(SessionDescription offer) {
        StringBuilder streams = new StringBuilder();
        boolean taken = false;
        for (List<String> part : offer.media()) {
            List<String> common = taken ? List.of() : common(offer, part);
            streams.append(common.isEmpty() ? refusal(part) : acceptance(part, offer, common));
            taken = taken || !common.isEmpty();
        }
        if (!taken) {
            return Optional.empty();
        }
        SessionDescription answer = describe(
                withDirection(streams.toString(), offer.direction().reversed().and(wish)));
        sent = answer;
        received = offer;
        return Optional.of(answer.text());
    }

    private List<String> common(SessionDescription offer, List<String> part) {
        String line = part.get(0);
        if (!line.startsWith("m=audio ") || line.split(" ")[1].equals("0")) {
            return List.of();
        }
        List<String> payloads = new ArrayList<>();
        for (String payload : offer.payloads()) {
            offer.codec(payload).filter(codecs::knows).ifPresent(codec -> payloads.add(payload));
        }
        return payloads;
    }

    /** Payload types keep the numbers of the side that offered. */
    private String acceptance(List<String> part, SessionDescription offer, List<String> common) {
        StringBuilder text = new StringBuilder("m=audio " + local.port() + " " + profile(part));
        common.forEach(payload -> text.append(' ').append(payload));
        text.append("\r\n");
        for (String payload : common) {
            offer.codec(payload).ifPresent(codec -> text.append("a=rtpmap:" + payload + " " + codec + "\r\n"));
        }
        return text.toString();
    }

    private static String refusal(List<String> part) {
        String[] words = part.get(0).split(" ");
        String format = words.length > 3 ? words[3] : "0";
        return words[0] + " 0 " + profile(part) + " " + format + "\r\n";
    }

    private static String profile(List<String> part) {
        return part.get(0).split(" ")[2];
    }

    private static String streamsOf(SessionDescription description) {
        StringBuilder text = new StringBuilder();
        description
                .media()
                .forEach(part -> part.forEach(line -> text.append(line).append("\r\n")));
        return text.toString();
    }

    /** Puts the direction at the end of each stream's part that is not refused. */
    private static String withDirection(String streams, Direction direction) {
        StringBuilder text = new StringBuilder();
        for (List<String> part : new SessionDescription(streams).media()) {
            part.stream().filter(line -> !isDirection(line)).forEach(line -> text.append(line)
                    .append("\r\n"));
            if (!part.get(0).split(" ")[1].equals("0")) {
                text.append("a=").append(direction.attribute()).append("\r\n");
            }
        }
        return text.toString();
    }

    private static boolean isDirection(String line) {
        for (Direction direction : Direction.values()) {
            if (line.equals("a=" + direction.attribute())) {
                return true;
            }
        }
        return false;
    }

    private SessionDescription describe(String streams) {
        SessionDescription last = sent;
        if (last == null || !streamsOf(last).equals(streams)) {
            version++;
        }
        return new SessionDescription("v=0\r\no=- " + sessionId + " " + version + " IN IP4 " + local.address()
                + "\r\ns=-\r\nc=IN IP4 " + local.address() + "\r\nt=0 0\r\n" + streams);
    }
}
