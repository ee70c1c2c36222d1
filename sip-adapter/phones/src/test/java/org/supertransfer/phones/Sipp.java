package org.supertransfer.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** SIPp as a peer that knows nothing of our code; a test is skipped where it is not installed. */
final class Sipp {
    private static final Path PROGRAM = Path.of("/usr/bin/sipp");

    private final Process process;
    private final int port;

    private Sipp(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Sipp start(List<String> arguments, String... target) throws IOException {
        boolean there = Files.isExecutable(PROGRAM);
        assertThat(there || !Boolean.getBoolean("require.peers"))
                .as("SIPp (Debian's sip-tester) is required and not on this machine")
                .isTrue();
        assumeTrue(there, "SIPp (Debian's sip-tester) is not on this machine");
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(List.of(target));
        command.addAll(arguments);
        command.addAll(List.of("-i", "127.0.0.1", "-p", "" + port, "-nostdin", "-timeout", "20s", "-timeout_error"));
        Path folder = Files.createTempDirectory("sipp");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
        return new Sipp(process, port);
    }

    int port() {
        return port;
    }

    /** SIPp ends with 0 when all its calls went as its scenario says. */
    int status() throws InterruptedException {
        if (!process.waitFor(25, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("SIPp does not end");
        }
        return process.exitValue();
    }

    private static int freePort() throws IOException {
        try (DatagramSocket probe = new DatagramSocket()) {
            return probe.getLocalPort();
        }
    }
}
