package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;

/** SIPp as customer, agent and target: peers whose authors never saw our code. */
class SippTest {
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Wired wired = new Wired();
    private final Path logs;

    SippTest(@TempDir Path logs) {
        this.logs = logs;
    }

    @BeforeAll
    static void sippIsInstalled() {
        boolean installed = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "sipp")));
        if (!installed && Boolean.getBoolean("require.peers")) {
            throw new AssertionError("SIPp is required and not installed");
        }
        Assumptions.assumeTrue(installed, "SIPp is not installed");
    }

    @AfterEach
    void close() {
        wired.close();
    }

    @Test
    void customerIsAnsweredAndTransferred_everySippEndsContent() throws Exception {
        int agentPort = freePort();
        int targetPort = freePort();
        Process agent = sipp("phone.xml", agentPort, List.of("-mp", "6000"));
        Process target = sipp("phone.xml", targetPort, List.of("-mp", "7000"));
        Process customer =
                sipp("customer.xml", wired.trunkPort(), List.of("-s", "0201234500", "127.0.0.1:" + wired.node.port()));
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class, PATIENCE);

        LegId agentLeg = wired.dial(incoming.call(), phone(agentPort), incoming.leg());
        wired.event(CallEvent.Answered.class, PATIENCE);
        wired.join(incoming.leg(), agentLeg);
        wired.event(CallEvent.Joined.class, PATIENCE);
        LegId targetLeg = wired.dial(incoming.call(), phone(targetPort), incoming.leg());
        wired.event(CallEvent.Answered.class, PATIENCE);
        wired.join(incoming.leg(), targetLeg);
        wired.event(CallEvent.Joined.class, PATIENCE);
        wired.legs.hangUp(agentLeg, EndCause.of(EndCause.Kind.TRANSFERRED));
        wired.legs.hangUp(targetLeg, EndCause.of(EndCause.Kind.NORMAL));
        wired.legs.hangUp(incoming.leg(), EndCause.of(EndCause.Kind.NORMAL));

        for (Process one : List.of(agent, target, customer)) {
            assertThat(one.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(one.exitValue()).as(this::said).isZero();
        }
    }

    @Test
    void bothSidesInsistOnReliableRinging_theEarlyWordIsTheAnswer_andTheSessionIsRefreshed() throws Exception {
        int phonePort = freePort();
        Process phone = sipp("phone-reliable.xml", phonePort, List.of("-mp", "6000"));
        Process customer = sipp(
                "customer-reliable.xml",
                wired.trunkPort(),
                List.of("-s", "0201234500", "127.0.0.1:" + wired.node.port()));
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class, PATIENCE);

        LegId leg = wired.dial(incoming.call(), phone(phonePort), incoming.leg());
        wired.event(CallEvent.Answered.class, PATIENCE);
        wired.join(incoming.leg(), leg);
        wired.event(CallEvent.Joined.class, PATIENCE);
        awaitRefresh(incoming.leg());
        wired.legs.hangUp(leg, EndCause.of(EndCause.Kind.NORMAL));
        wired.legs.hangUp(incoming.leg(), EndCause.of(EndCause.Kind.NORMAL));

        for (Process one : List.of(phone, customer)) {
            assertThat(one.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(one.exitValue()).as(this::said).isZero();
        }
    }

    /** The customer's UPDATE, number 3, is in the leg's snapshot once it was answered. */
    private void awaitRefresh(LegId leg) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (wired.legs.snapshot(leg).orElseThrow().remoteCSeq() < 3) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** What the SIPps complain of. */
    private String said() {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.toString().endsWith("errors.log"))
                    .map(SippTest::read)
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

    private static Destination phone(int port) {
        return new Destination.Address("sip:phone@127.0.0.1:" + port);
    }

    private Process sipp(String scenario, int port, List<String> more) throws IOException, URISyntaxException {
        Path file = Path.of(SippTest.class.getResource("/sipp/" + scenario).toURI());
        List<String> command = new ArrayList<>(
                List.of("sipp", "-sf", file.toString(), "-i", "127.0.0.1", "-p", Integer.toString(port), "-m", "1"));
        command.addAll(List.of("-nostdin", "-timeout", "60s", "-timeout_error", "-trace_err"));
        command.addAll(more);
        File output = logs.resolve(scenario + port + ".log").toFile();
        Process started = new ProcessBuilder(command)
                .directory(logs.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        awaitPortOf(started, port, output.toPath());
        return started;
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
        return Files.readAllLines(Path.of("/proc/net/udp")).stream().noneMatch(line -> line.contains(local));
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            return socket.getLocalPort();
        }
    }
}
