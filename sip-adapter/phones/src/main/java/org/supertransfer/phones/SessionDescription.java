package org.supertransfer.phones;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A session description as somebody sent it (RFC 4566), and what its first audio stream says.
 *
 * @param text the whole body
 */
public record SessionDescription(String text) {
    private static final String NOBODY = "0.0.0.0";

    /** Where the sender listens; port 0 when it has no audio stream or refused it. */
    public MediaEndpoint endpoint() {
        List<String> audio = audio();
        if (audio.isEmpty()) {
            return new MediaEndpoint(NOBODY, 0);
        }
        String connection =
                value(audio, "c=").or(() -> value(sessionPart(), "c=")).orElse("IN IP4 " + NOBODY);
        return new MediaEndpoint(
                connection.substring(connection.lastIndexOf(' ') + 1),
                Integer.parseInt(audio.get(0).split(" ")[1].split("/")[0]));
    }

    /** The direction the sender gives; {@code c=0.0.0.0}, the hold of RFC 2543, stops what it would receive. */
    public Direction direction() {
        Direction said =
                directionIn(audio()).or(() -> directionIn(sessionPart())).orElse(Direction.SENDRECV);
        boolean nowhere = endpoint().port() == 0;
        boolean oldHold = endpoint().address().equals(NOBODY);
        if (nowhere) {
            return Direction.INACTIVE;
        }
        return oldHold ? said.and(Direction.SENDONLY) : said;
    }

    /** The version in the {@code o=} line, which grows with each change (RFC 3264 section 8); -1 without one. */
    public long version() {
        return value(lines(), "o=").map(o -> Long.parseLong(o.split(" ")[2])).orElse(-1L);
    }

    /** The session id in the {@code o=} line, which names one side's session; empty without one. */
    public String sessionId() {
        return value(lines(), "o=").map(o -> o.split(" ")[1]).orElse("");
    }

    /** The media parts in order, each beginning with its {@code m=} line. */
    List<List<String>> media() {
        List<List<String>> parts = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("m=")) {
                parts.add(new ArrayList<>());
            }
            if (!parts.isEmpty()) {
                parts.get(parts.size() - 1).add(line);
            }
        }
        return parts;
    }

    /** Payload types of the audio stream in the sender's order. */
    public List<String> payloads() {
        List<String> audio = audio();
        if (audio.isEmpty()) {
            return List.of();
        }
        String[] words = audio.get(0).split(" ");
        return List.of(Arrays.copyOfRange(words, Math.min(3, words.length), words.length));
    }

    /** What a payload type means, e.g. {@code PCMU/8000}; known for static types without a mapping too. */
    Optional<String> codec(String payload) {
        Optional<String> mapped = value(audio(), "a=rtpmap:" + payload + " ");
        return mapped.or(() -> Codecs.ofStatic(payload));
    }

    List<String> lines() {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private List<String> audio() {
        return media().stream()
                .filter(part -> part.get(0).startsWith("m=audio "))
                .findFirst()
                .orElse(List.of());
    }

    private List<String> sessionPart() {
        return lines().stream().takeWhile(line -> !line.startsWith("m=")).toList();
    }

    private static Optional<String> value(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .findFirst()
                .map(line -> line.substring(prefix.length()));
    }

    private static Optional<Direction> directionIn(List<String> lines) {
        return Arrays.stream(Direction.values())
                .filter(direction -> lines.contains("a=" + direction.attribute()))
                .findFirst();
    }
}
