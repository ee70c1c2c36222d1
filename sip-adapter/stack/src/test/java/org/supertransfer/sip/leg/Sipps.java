package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** SIPps of one test, each a party that plays a scenario once: a program that shares no line with ours. */
final class Sipps implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(25);

    private final String host;
    private final Path logs;
    private final List<Process> started = new ArrayList<>();

    /** @param host the address that all of them have */
    Sipps(String host, Path logs) {
        this.host = host;
        this.logs = logs;
    }

    /** Skips the test where there is none, unless {@code -Drequire.peers=true}. */
    static void assumeInstalled() {
        boolean installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "sipp")));
        if (!installed && Boolean.getBoolean("require.peers")) {
            throw new AssertionError("SIPp is required and not installed");
        }
        Assumptions.assumeTrue(installed, "SIPp is not installed");
    }

    /** A phone that is called at this port. */
    void phone(String scenario, int port, int mediaPort) throws IOException, URISyntaxException {
        start(scenario, port, List.of("-mp", Integer.toString(mediaPort)));
    }

    /** A customer who calls the node from this port. */
    void customer(String scenario, int port, int nodePort) throws IOException, URISyntaxException {
        String address = host.indexOf(':') < 0 ? host : "[" + host + "]";
        start(scenario, port, List.of("-s", "0201234500", address + ":" + nodePort));
    }

    private void start(String scenario, int port, List<String> more) throws IOException, URISyntaxException {
        Path file = Path.of(Sipps.class.getResource("/sipp/" + scenario).toURI());
        List<String> command = new ArrayList<>(
                List.of("sipp", "-sf", file.toString(), "-i", host, "-p", Integer.toString(port), "-m", "1"));
        command.addAll(List.of("-nostdin", "-timeout", "60s", "-timeout_error", "-trace_err"));
        command.addAll(more);
        Path output = logs.resolve(scenario + port + ".log");
        Process process = new ProcessBuilder(command)
                .directory(logs.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        started.add(process);
        awaitPortOf(process, port, output);
    }

    /** A phone that is not there yet would be dialled in vain. */
    private static void awaitPortOf(Process sipp, int port, Path output) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (isFree(port)) {
            if (!sipp.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("SIPp does not listen: " + Files.readString(output));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** Asks the kernel; a socket of ours to try it could be the one that is in SIPp's way. */
    private static boolean isFree(int port) throws IOException {
        String local = String.format(":%04X ", port);
        for (String table : List.of("/proc/net/udp", "/proc/net/udp6")) {
            if (Files.readAllLines(Path.of(table)).stream().anyMatch(line -> line.contains(local))) {
                return false;
            }
        }
        return true;
    }

    static int freePort() {
        try (DatagramSocket socket = new DatagramSocket()) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until every scenario is over, as it was written. */
    void endContent() throws InterruptedException {
        for (Process one : started) {
            assertThat(one.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(one.exitValue()).as(this::said).isZero();
        }
    }

    @Override
    public void close() {
        started.forEach(Process::destroy);
    }

    /** What the SIPps complain of. */
    private String said() {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.toString().endsWith("errors.log"))
                    .map(Sipps::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String read(Path file) {
        try {
            return file.getFileName() + ": " + Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
