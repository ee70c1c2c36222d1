package org.supertransfer.sip.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A session description as it was written, line by line (RFC 8866).
 *
 * @param session the lines before the first media line
 * @param media the media lines in their order, which a dialog never changes (RFC 3264 section 8)
 */
public record SessionDescription(List<String> session, List<MediaSection> media) {
    private static final int MOST_LINES = 400;
    private static final int MOST_MEDIA = 16;

    public SessionDescription {
        session = List.copyOf(session);
        media = List.copyOf(media);
    }

    /** Reads a description; empty when it is none, or larger than any phone's. */
    public static Optional<SessionDescription> parse(String text) {
        List<String> session = new ArrayList<>();
        List<MediaSection> media = new ArrayList<>();
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty() || lines.size() > MOST_LINES || !lines.get(0).startsWith("v=")) {
            return Optional.empty();
        }
        for (String line : lines) {
            if (line.length() < 2 || line.charAt(1) != '=' || !take(line, session, media)) {
                return Optional.empty();
            }
        }
        boolean usable = media.size() <= MOST_MEDIA && session.stream().anyMatch(line -> line.startsWith("o="));
        return usable ? Optional.of(new SessionDescription(session, media)) : Optional.empty();
    }

    private static boolean take(String line, List<String> session, List<MediaSection> media) {
        if (line.startsWith("m=")) {
            Optional<MediaSection> section = MediaSection.ofLine(line);
            section.ifPresent(media::add);
            return section.isPresent();
        }
        if (media.isEmpty()) {
            session.add(line);
        } else {
            media.set(media.size() - 1, media.get(media.size() - 1).withLine(line));
        }
        return true;
    }

    /** The same description with another {@code o=} line. */
    public SessionDescription withOrigin(String originLine) {
        List<String> changed = session.stream()
                .map(line -> line.startsWith("o=") ? originLine : line)
                .toList();
        return new SessionDescription(changed, media);
    }

    /** The same description with every live media line in this direction. */
    public SessionDescription withDirection(Direction direction) {
        return withoutSessionDirection(section -> section.withDirection(direction));
    }

    /** The same description, each line's direction narrowed to what an answer to {@code offer} may have. */
    public SessionDescription narrowedTo(SessionDescription offer) {
        List<MediaSection> narrowed = new ArrayList<>();
        for (int i = 0; i < media.size(); i++) {
            Direction allowed = i < offer.media.size() ? offer.direction(i).reversed() : Direction.INACTIVE;
            narrowed.add(media.get(i).withDirection(direction(i).within(allowed)));
        }
        return withMedia(narrowed);
    }

    /** The same session with other media lines; their directions are their own, the session has none. */
    SessionDescription withMedia(List<MediaSection> sections) {
        List<String> rest = session.stream()
                .filter(line -> Direction.ofLine(line).isEmpty())
                .toList();
        return new SessionDescription(rest, sections);
    }

    private SessionDescription withoutSessionDirection(UnaryOperator<MediaSection> change) {
        return withMedia(media.stream().map(change).toList());
    }

    /** The direction of the media line at this place. */
    public Direction direction(int index) {
        Optional<Direction> ofSession = session.stream()
                .flatMap(line -> Direction.ofLine(line).stream())
                .findFirst();
        return media.get(index).direction().or(() -> ofSession).orElse(Direction.SENDRECV);
    }

    /** Where media for the line at this place is to be sent: address and port. */
    String target(int index) {
        MediaSection section = media.get(index);
        String address =
                section.address().or(() -> MediaSection.connection(session)).orElse("");
        return address + " " + section.port();
    }

    /** Whether the line's address is 0.0.0.0, the hold of old phones (RFC 3264 section 8.4). */
    boolean zero(int index) {
        return target(index).startsWith("0.0.0.0 ");
    }

    /** Whether the writer holds: no live media line wants to hear anything, or the address is 0.0.0.0. */
    public boolean holds() {
        boolean live = false;
        for (int i = 0; i < media.size(); i++) {
            if (!media.get(i).rejected()) {
                live = true;
                if (!direction(i).holds() && !zero(i)) {
                    return false;
                }
            }
        }
        return live;
    }

    /** Whether no media line is live. */
    public boolean dead() {
        return media.stream().allMatch(MediaSection::rejected);
    }

    /** Whether both have the same kinds of media in the same places. */
    public boolean hasLinesOf(SessionDescription other) {
        return types().equals(other.types());
    }

    private List<String> types() {
        return media.stream().map(MediaSection::type).toList();
    }

    /** Whether both say the same of session and media; only the {@code o=} lines may differ. */
    public boolean sameAs(SessionDescription other) {
        return withOrigin("o=").equals(other.withOrigin("o="));
    }

    /** The text for a body, with CRLF line ends. */
    public String text() {
        return Stream.concat(session.stream(), media.stream().flatMap(MediaSection::text))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }
}
