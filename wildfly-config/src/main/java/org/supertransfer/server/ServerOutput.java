package org.supertransfer.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Passes a server's lines on and remembers the few that say how its start went. */
final class ServerOutput {
    private static final int REMEMBERED = 200;

    private final Consumer<String> next;
    private final List<String> errors = new ArrayList<>();
    private boolean started;
    private boolean startedWithErrors;

    ServerOutput(Consumer<String> next) {
        this.next = next;
    }

    synchronized void line(String line) {
        // WFLYSRV0026: the boot is over and something, most likely our deployment, has failed.
        startedWithErrors |= line.contains("WFLYSRV0026");
        started |= startedWithErrors || line.contains("WFLYSRV0025");
        if (isError(line) && errors.size() < REMEMBERED) {
            errors.add(line);
        }
        next.accept(line);
    }

    /** Whether the boot is over; before that it is no use asking for readiness, and each question costs a log line. */
    synchronized boolean started() {
        return started;
    }

    synchronized boolean startedWithErrors() {
        return startedWithErrors;
    }

    /**
     * The line that explains a failed start. A wrong environment value is named by one short line of the application
     * or of standalone.conf; the container repeats it inside longer ones of its own.
     */
    synchronized Optional<String> complaint() {
        return errors.stream()
                .filter(line -> line.contains("ST_"))
                .reduce((a, b) -> a.length() <= b.length() ? a : b)
                .or(() -> errors.stream().findFirst());
    }

    private static boolean isError(String line) {
        return line.contains(" ERROR ") || line.contains("\"level\":\"ERROR\"");
    }
}
