package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The archive taken out of a running server and put back, five times: the SIP port comes free, no thread stays. */
class RedeployIT {
    private static final String NAME = "server-redeploy";
    private static final int TIMES = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path deployments = Path.of(System.getProperty("server.bases"), NAME, "deployments");
    private final Path pidFile = Path.of(System.getProperty("server.bases"), NAME, "server.pid");

    @Test
    void fiveRedeploys_freeThePortAndLeaveNoThread() throws IOException, InterruptedException {
        TestServer server = TestServer.start(NAME, Map.of("JBOSS_PIDFILE", pidFile.toString(), "ST_REHEARSAL", "true"));
        try {
            long threads = sipThreads().size();
            assertThat(threads).as("SIP threads of a running server").isPositive();
            for (int i = 0; i < TIMES; i++) {
                undeploy();
                assertPortIsFree(server.sipPort());
                assertThat(sipThreads()).as("after undeploy %d", i + 1).isEmpty();
                deploy();
            }
            Until.isTrue(
                    "ready again",
                    PATIENCE,
                    () -> Api.anonymous(server.management())
                                    .get("/health/ready")
                                    .status()
                            == 200);
            assertThat(sipThreads()).hasSizeLessThanOrEqualTo((int) threads);
        } finally {
            server.close();
        }
    }

    private void undeploy() throws IOException {
        Files.delete(deployments.resolve("supertransfer.ear.deployed"));
        awaitMarker("undeployed");
    }

    private void deploy() throws IOException {
        Files.createFile(deployments.resolve("supertransfer.ear.dodeploy"));
        awaitMarker("deployed");
    }

    private void awaitMarker(String marker) {
        Until.isTrue(marker, PATIENCE, () -> Files.exists(deployments.resolve("supertransfer.ear." + marker)));
    }

    private static void assertPortIsFree(int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
        try (ServerSocket tcp = new ServerSocket();
                DatagramSocket udp = new DatagramSocket(address)) {
            tcp.setReuseAddress(true);
            tcp.bind(address);
            assertThat(udp.isBound()).isTrue();
        }
    }

    /** The names of the stack's and the adapter's threads. */
    private List<String> sipThreads() throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                        Files.readString(pidFile).trim(),
                        "Thread.print")
                .start();
        try (BufferedReader lines = jcmd.inputReader()) {
            return lines.lines()
                    .filter(line -> line.startsWith("\"sip-")
                            || line.startsWith("\"EventScannerThread")
                            || line.startsWith("\"UDPMessage")
                            || line.startsWith("\"NioSelector")
                            || line.startsWith("\"SipStack"))
                    .toList();
        } finally {
            jcmd.waitFor();
        }
    }
}
