package org.supertransfer.phones;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The codecs of a phone, in its order.
 *
 * @param types payload type and its meaning, e.g. {@code 0 PCMU/8000}
 */
public record Codecs(List<String> types) {
    /** G.711 both ways and telephone events, which every phone knows. */
    public static final Codecs G711 = new Codecs(List.of("8 PCMA/8000", "0 PCMU/8000", "101 telephone-event/8000"));

    private static final Map<String, String> STATIC =
            Map.of("0", "PCMU/8000", "3", "GSM/8000", "8", "PCMA/8000", "9", "G722/8000", "18", "G729/8000");

    /** The meaning of a static payload type (RFC 3551 section 6). */
    static Optional<String> ofStatic(String payload) {
        return Optional.ofNullable(STATIC.get(payload));
    }

    boolean knows(String codec) {
        return types.stream().anyMatch(type -> nameOf(type).equalsIgnoreCase(codec));
    }

    /** The {@code m=} line and its {@code rtpmap} lines for a first offer. */
    String offered(int port) {
        StringBuilder text = new StringBuilder("m=audio " + port + " RTP/AVP");
        types.forEach(type -> text.append(' ').append(type, 0, type.indexOf(' ')));
        text.append("\r\n");
        types.forEach(type -> text.append("a=rtpmap:").append(type).append("\r\n"));
        return text.toString();
    }

    private static String nameOf(String type) {
        return type.substring(type.indexOf(' ') + 1);
    }
}
