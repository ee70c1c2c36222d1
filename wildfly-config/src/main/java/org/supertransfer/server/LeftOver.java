package org.supertransfer.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that an earlier run could not end, because that run itself was killed. */
final class LeftOver {
    private LeftOver() {}

    /**
     * Ends the server named in the pid file, if it is one of this home: process numbers are used again, and somebody
     * else's process may have it now.
     *
     * @return the process number that was ended
     */
    static Optional<Long> end(Path pidFile, Path home) throws IOException, InterruptedException {
        Optional<ProcessHandle> left = pidIn(pidFile).flatMap(ProcessHandle::of).filter(p -> runs(p, home));
        if (left.isPresent()) {
            end(left.get());
        }
        Files.deleteIfExists(pidFile);
        return left.map(ProcessHandle::pid);
    }

    private static void end(ProcessHandle server) throws InterruptedException {
        server.destroy();
        try {
            server.onExit().get(20, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stuck) {
            server.destroyForcibly();
            server.onExit().join();
        }
    }

    private static Optional<Long> pidIn(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        String text = Files.readString(pidFile).trim();
        return text.matches("[0-9]{1,9}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static boolean runs(ProcessHandle process, Path home) {
        return commandLine(process)
                .contains("-Djboss.home.dir=" + home.toAbsolutePath().normalize());
    }

    /** From /proc where there is one: the JDK gives up on command lines longer than a page. */
    private static String commandLine(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            return new String(Files.readAllBytes(proc), StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException notHere) {
            return process.info().commandLine().orElse("");
        }
    }
}
