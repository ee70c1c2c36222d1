package org.supertransfer.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is left in the server: live objects as its own JVM counts them, threads, open rows. */
final class Remains {
    /** After this long no transaction of RFC 3261 lives (64 T1), nor what the stack keeps behind it. */
    private static final Duration LAST_TRANSACTION = Duration.ofSeconds(75);

    private static final List<String> CLASSES = List.of(
            "org.supertransfer.sip.leg.Leg",
            "org.supertransfer.sip.leg.Call",
            "org.supertransfer.sip.leg.Timer",
            "org.supertransfer.call.LiveCall",
            "org.supertransfer.transfer.LiveTransfer",
            "gov.nist.javax.sip.stack.SIPClientTransactionImpl",
            "gov.nist.javax.sip.stack.SIPServerTransactionImpl",
            "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask");
    private static final Map<String, String> OPEN_ROWS = Map.of(
            "open calls", "select count(*) from phone_call where ended_at is null",
            "open legs", "select count(*) from leg where ended_at is null",
            "live transfers", "select count(*) from transfer where live_call_id is not null or ended_at is null",
            "taken phones", "select count(*) from agent_state where call_id is not null");

    private final Path base;
    private final Map<String, Map<String, Long>> counts = new LinkedHashMap<>();

    Remains(Path base) {
        this.base = base;
    }

    /** The server's environment with a database that can be read beside it. */
    Map<String, String> environment(Map<String, String> waits) {
        Map<String, String> environment = new HashMap<>(waits);
        environment.put("ST_DB_URL", url());
        environment.put("JAVA_OPTS", "-Dh2.bindAddress=127.0.0.1");
        return environment;
    }

    private String url() {
        return "jdbc:h2:file:" + base.toAbsolutePath().resolve("data/supertransfer")
                + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
    }

    /** Counts, once the last transaction must be over. */
    void count(String when) throws Exception {
        Thread.sleep(LAST_TRANSACTION.toMillis());
        Map<String, Long> found = new LinkedHashMap<>();
        objects(found);
        rows(found);
        counts.put(when, found);
    }

    private void objects(Map<String, Long> found) throws IOException {
        String histogram = ServerProcess.ask("GC.class_histogram");
        CLASSES.forEach(name -> found.put(name.substring(name.lastIndexOf('.') + 1), instances(histogram, name)));
        found.put(
                "threads",
                ServerProcess.ask("Thread.print")
                        .lines()
                        .filter(line -> line.startsWith("\""))
                        .count());
    }

    private static long instances(String histogram, String name) {
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(name))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    private void rows(Map<String, Long> found) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "sa", "sa")) {
            for (Map.Entry<String, String> query : OPEN_ROWS.entrySet()) {
                try (ResultSet row = connection.createStatement().executeQuery(query.getValue())) {
                    row.next();
                    found.put(query.getKey(), row.getLong(1));
                }
            }
        }
    }

    void print() {
        Map<String, Long> first = counts.values().iterator().next();
        System.out.printf(Locale.ROOT, "%-30s %s%n", "left behind", String.join("  ", counts.keySet()));
        first.keySet()
                .forEach(name -> System.out.printf(
                        Locale.ROOT,
                        "%-30s %s%n",
                        name,
                        counts.values().stream().map(found -> found.get(name)).toList()));
    }
}
