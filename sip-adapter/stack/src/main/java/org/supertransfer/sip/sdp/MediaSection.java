package org.supertransfer.sip.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One media line with what belongs to it (RFC 8866 section 5.14).
 *
 * @param type the media, for instance {@code audio}
 * @param port as written, so with a port count if there is one; {@code 0} for a rejected line
 * @param protocol the transport, for instance {@code RTP/AVP}
 * @param formats payload types or other formats
 * @param lines the lines that follow, without line ends
 */
public record MediaSection(String type, String port, String protocol, List<String> formats, List<String> lines) {
    private static final Set<String> KEYS = Set.of("crypto", "fingerprint", "ice-ufrag");
    private static final int FIRST_DYNAMIC = 96;
    private static final Set<String> OF_A_CODEC = Set.of("rtpmap", "fmtp", "ptime", "maxptime", "crypto", "mid");

    public MediaSection {
        formats = List.copyOf(formats);
        lines = List.copyOf(lines);
    }

    /** Reads the media line itself; empty when it is none. */
    static Optional<MediaSection> ofLine(String line) {
        String[] fields = line.substring(2).trim().split(" +");
        if (fields.length < 4 || !fields[1].matches("\\d{1,5}(/\\d{1,5})?")) {
            return Optional.empty();
        }
        List<String> formats = List.of(fields).subList(3, fields.length);
        return Optional.of(new MediaSection(fields[0], fields[1], fields[2], formats, List.of()));
    }

    MediaSection withLine(String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return new MediaSection(type, port, protocol, formats, more);
    }

    /** Whether the line carries nothing (RFC 3264 section 6). */
    public boolean rejected() {
        return port.equals("0");
    }

    /** The same line, turned down: port 0, no attributes. */
    public MediaSection rejection() {
        return new MediaSection(type, "0", protocol, formats, List.of());
    }

    /** This section's own direction. */
    Optional<Direction> direction() {
        return lines.stream().flatMap(line -> Direction.ofLine(line).stream()).findFirst();
    }

    MediaSection withDirection(Direction direction) {
        if (rejected()) {
            return this;
        }
        List<String> changed = new ArrayList<>(lines);
        changed.removeIf(line -> Direction.ofLine(line).isPresent());
        changed.add(direction.line());
        return new MediaSection(type, port, protocol, formats, changed);
    }

    /** This line accepted by somebody who neither sends nor listens there, at the discard port. */
    MediaSection silent() {
        if (rejected()) {
            return this;
        }
        List<String> kept = lines.stream()
                .filter(line -> line.startsWith("a=") && OF_A_CODEC.contains(attributeName(line)))
                .toList();
        return new MediaSection(type, "9", protocol, formats, kept).withDirection(Direction.INACTIVE);
    }

    /** The connection address of this section alone. */
    Optional<String> address() {
        return connection(lines);
    }

    static Optional<String> connection(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("c="))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst();
    }

    /** Whether every format of this section means the same in {@code offered}. */
    boolean formatsWithin(MediaSection offered) {
        return formats.stream()
                .allMatch(format ->
                        offered.formats.contains(format) && mapping(format).equals(offered.mapping(format)));
    }

    /** The attributes that carry keys: equal addresses do not help when these differ. */
    Set<String> keys() {
        return lines.stream()
                .filter(line -> line.startsWith("a=") && KEYS.contains(attributeName(line)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What a dynamic payload type stands for; a static one (RFC 3551) speaks for itself. */
    private String mapping(String format) {
        if (!format.matches("\\d{2,3}") || Integer.parseInt(format) < FIRST_DYNAMIC) {
            return format;
        }
        String start = "a=rtpmap:" + format + " ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).trim().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(format);
    }

    private static String attributeName(String line) {
        int colon = line.indexOf(':');
        return line.substring(2, colon < 0 ? line.length() : colon);
    }

    Stream<String> text() {
        String first = "m=" + type + " " + port + " " + protocol + " " + String.join(" ", formats);
        return Stream.concat(Stream.of(first), lines.stream());
    }
}
