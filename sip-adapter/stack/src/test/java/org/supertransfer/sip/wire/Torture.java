package org.supertransfer.sip.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A message made to break parsers, after the catalogues of RFC 4475 and RFC 5118. Each is a file under {@code torture}: its
 * section and what it is about, the answers that are right by UDP and by TCP ({@code dropped} for none, {@code closed} for
 * the connection's end, {@code skip} where the message means nothing there), then the message with its placeholders.
 *
 * @param name as the RFC calls it
 * @param about section and subject
 * @param byUdp status codes, or {@code dropped}
 * @param byTcp the same for TCP
 * @param text with placeholders
 */
public record Torture(String name, String about, Set<String> byUdp, Set<String> byTcp, String text) {
    private static final int HEAD_LINES = 3;

    /** The whole catalogue. */
    public static List<Torture> all() {
        try (Stream<Path> files = Files.list(Path.of(
                Objects.requireNonNull(Torture.class.getResource("/torture")).toURI()))) {
            return files.sorted().map(Torture::read).toList();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Torture read(Path file) {
        try {
            String[] parts = Files.readString(file).split("\n", HEAD_LINES + 1);
            String name = file.getFileName().toString().replace(".sip", "");
            return new Torture(name, parts[0].substring(2), codes(parts[1]), codes(parts[2]), parts[HEAD_LINES]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> codes(String line) {
        return Set.of(line.substring(line.indexOf(':') + 1).strip().split("\\|"));
    }

    /** The message as it goes on the wire, a transaction of its own each time. */
    public String message(String transport, int ownPort, int nodePort) {
        String filled = text;
        Map<String, String> values = Map.of(
                "transport", transport,
                "port", Integer.toString(ownPort),
                "node", Integer.toString(nodePort),
                "branch", "z9hG4bK" + UUID.randomUUID(),
                "callid", UUID.randomUUID().toString(),
                "tag", UUID.randomUUID().toString());
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        String wire = filled.replace("\n", "\r\n");
        int body = wire.length() - wire.indexOf("\r\n\r\n") - 4;
        return wire.replace("${length}", Integer.toString(body));
    }

    /** Whether a received message answers the one sent, and not an earlier one again: Call-ID or else Via are the same. */
    public static boolean isAnswer(String received, String sent) {
        String callId = Text.of(sent, "Call-ID");
        String branch = branch(sent);
        return callId.isEmpty()
                ? branch.isEmpty() || branch.equals(branch(received))
                : Text.of(received, "Call-ID").equals(callId);
    }

    private static String branch(String message) {
        String[] parts = Text.of(message, "Via").split("branch=", 2);
        return parts.length < 2 ? "" : parts[1].split("[;, ]")[0].strip();
    }

    @Override
    public String toString() {
        return name + ": " + about;
    }
}
