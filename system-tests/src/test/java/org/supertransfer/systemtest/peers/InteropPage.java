package org.supertransfer.systemtest.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.supertransfer.systemtest.Peer;

/** {@code docs/interop.md}: flow by peer by result, as the tests gave it. */
final class InteropPage {
    static final Path DOCUMENT = Path.of("../docs/interop.md");
    static final Path RESULTS = Path.of("target/interop.md");

    private static final List<Peer> COLUMNS = List.of(Peer.SIPP, Peer.BARESIP, Peer.LINPHONE, Peer.KAMAILIO);
    private static final String PASSED = "✔";
    private static final String HEAD =
            """
            # Interoperation

            Made by the tests, not by hand: `mvn verify -Drequire.peers=true -Dsupertransfer.docs.write=true` writes this page, and
            a test compares its rows with the tests there are. Every test talks to the real server in WildFly.

            Versions: those of Debian 12 (SIPp 3.6.1, baresip 1.0.0, linphone 5.1.65, Kamailio 5.6.3). baresip and linphone say a
            pitch each and record what they hear; a transfer has worked when the recordings say so. Empty: not tried with
            that peer, or it has no such feature (baresip 1.0 knows neither 100rel nor session timers).

            ## Flows
            """;

    private InteropPage() {}

    /** @param passed how each test that ran ended */
    static String of(Map<Method, Boolean> passed) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("| flow | ").append(titles()).append(" |\n|---|");
        page.append("---|".repeat(COLUMNS.size())).append("\n");
        rows(passed).forEach((flow, cells) -> page.append("| ")
                .append(flow)
                .append(" | ")
                .append(COLUMNS.stream()
                        .map(peer -> cells.getOrDefault(peer, ""))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return page.append("\n").append(TransferCases.section()).toString();
    }

    /** The page as it is when every test passes. */
    static String allPassed() {
        return of(FlowTests.all().stream().collect(Collectors.toMap(test -> test, test -> true)));
    }

    static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<Peer, String>> rows(Map<Method, Boolean> passed) {
        Map<String, Map<Peer, String>> rows = new TreeMap<>();
        for (Method test : FlowTests.all()) {
            Flow flow = test.getAnnotation(Flow.class);
            String cell = !passed.containsKey(test) ? "did not run" : passed.get(test) ? PASSED : "**fails**";
            rows.computeIfAbsent(flow.value(), key -> new TreeMap<>())
                    .merge(flow.by(), cell, (one, other) -> one.equals(PASSED) ? other : one);
        }
        return rows;
    }

    private static String titles() {
        return COLUMNS.stream().map(Peer::title).collect(Collectors.joining(" | "));
    }
}
