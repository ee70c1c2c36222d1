package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supertransfer.server.FreePorts;
import org.supertransfer.server.Launcher;

/** The one command without Maven around it: what it says when it cannot start, and what it leaves behind. */
class LauncherIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final int offset = FreePorts.offset();
    private final int sip = FreePorts.sip();

    private final List<Process> launched = new ArrayList<>();
    private final Path output;
    private final Path pidFile;

    LauncherIT(@TempDir Path folder) {
        output = folder.resolve("output.log");
        pidFile = folder.resolve("server.pid");
    }

    @AfterEach
    void end() throws InterruptedException {
        launcher().destroy();
        launcher().waitFor(60, TimeUnit.SECONDS);
    }

    @Test
    void busyPort_isNamedInOneLineAndTheStartRefused() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080 + offset));
            launch(Map.of());
            assertThat(exit()).isNotZero();
            assertThat(lines())
                    .containsExactly("TCP port " + (8080 + offset)
                            + " on 127.0.0.1 (HTTP) is in use: end what holds it, or set ST_PORT_OFFSET.");
        }
    }

    @ParameterizedTest
    @CsvSource({"ST_BLIND_FALLBACK, maybe, hangup", "ST_COUNTRY, AQ, numbering plan"})
    void valueRefusedByTheServer_isTheLastLine(String variable, String value, String allowed)
            throws IOException, InterruptedException {
        launch(Map.of(variable, value));
        assertThat(exit()).isNotZero();
        assertThat(last()).contains("ERROR", variable + "=" + value, allowed);
    }

    @Test
    void valueRefusedBeforeTheServer_isTheLastLine() throws IOException, InterruptedException {
        launch(Map.of("ST_DB_DRIVER", "oracle"));
        assertThat(exit()).isNotZero();
        assertThat(last()).contains("ERROR", "ST_DB_DRIVER", "oracle", "h2 or postgresql");
    }

    @Test
    void launcherKilled_leavesAServerThatTheNextOneEnds() throws IOException, InterruptedException {
        launch(Map.of());
        awaitLine("Super Transfer is ready");
        long orphan = Long.parseLong(Files.readString(pidFile).trim());
        launcher().destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        launch(Map.of());
        awaitLine("Ended the server that an earlier run left behind, process " + orphan);
        awaitLine("Super Transfer is ready");
        long next = Long.parseLong(Files.readString(pidFile).trim());
        launcher().destroy();
        assertThat(exit()).isEqualTo(128 + 15);
        assertThat(ProcessHandle.of(next)).isEmpty();
    }

    private void launch(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        System.getProperty("server.home"),
                        pidFile.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("ST_PORT_OFFSET", Integer.toString(offset));
        builder.environment().put("ST_SIP_PORT", Integer.toString(sip));
        builder.environment().putAll(environment);
        launched.add(builder.start());
    }

    private Process launcher() {
        return launched.get(launched.size() - 1);
    }

    private int exit() throws InterruptedException {
        assertThat(launcher().waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return launcher().exitValue();
    }

    private void awaitLine(String part) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (lines().stream().noneMatch(line -> line.contains(part))) {
            assertThat(System.nanoTime()).as("deadline for: %s", part).isLessThan(deadline);
            Thread.sleep(200);
        }
    }

    private String last() throws IOException {
        List<String> lines = lines();
        return lines.get(lines.size() - 1);
    }

    private List<String> lines() throws IOException {
        return Files.exists(output) ? Files.readAllLines(output) : List.of();
    }
}
