package org.supertransfer.systemtest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.supertransfer.server.FreePorts;
import org.supertransfer.server.Server;
import org.supertransfer.server.ServerPlan;

/**
 * A provisioned server with a base directory and ports of its own. Its output goes to {@code console.log} in the base
 * directory.
 */
public final class TestServer implements CloseableResource {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** A database that is shared listens, and on every address otherwise. */
    private static final String H2_ON_LOOPBACK = " -Dh2.bindAddress=127.0.0.1";

    private final int sipPort;
    private final ServerPlan plan;
    private final PrintWriter console;
    private Server server;

    private TestServer(String name, Map<String, String> environment) throws IOException {
        this.sipPort = FreePorts.sip();
        Map<String, String> all = new HashMap<>(environment);
        // Several servers start in one run: the first compiler tier halves what that costs.
        all.putIfAbsent("JAVA_OPTS", "-Xms128m -Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC" + H2_ON_LOOPBACK);
        all.put("ST_SIP_PORT", Integer.toString(sipPort));
        Path base = base(name);
        this.plan = ServerPlan.apart(Path.of(System.getProperty("server.home")), base, FreePorts.offset(), all);
        this.console =
                new PrintWriter(Files.newBufferedWriter(base.resolve("console.log"), StandardCharsets.UTF_8), true);
        this.server = Server.start(plan, console::println);
    }

    /**
     * Starts a server and waits until it takes calls.
     *
     * @param name of its base directory
     * @param environment the {@code ST_} variables, without ports
     */
    public static TestServer start(String name, Map<String, String> environment) {
        TestServer started = begin(name, environment);
        try {
            started.awaitReady();
            return started;
        } catch (RuntimeException e) {
            started.end();
            throw e;
        }
    }

    /** Starts a server and does not wait. */
    public static TestServer begin(String name, Map<String, String> environment) {
        try {
            return new TestServer(name, environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws org.supertransfer.server.ServerFailed with the server's own line */
    public void awaitReady() {
        try {
            server.awaitReady(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where the portal, REST and the WebSocket are. */
    public URI http() {
        return server.httpBase();
    }

    /** Where health is. */
    public URI management() {
        return server.managementBase();
    }

    public String sipHost() {
        return "127.0.0.1";
    }

    public int sipPort() {
        return sipPort;
    }

    /** Where a server of this name keeps data and logs. */
    static Path base(String name) {
        return Path.of(System.getProperty("server.bases"), name);
    }

    /** Where it keeps data and logs. */
    public Path base() {
        return plan.base();
    }

    /** Ends it as a crash would, and starts it again on the same ports and data. */
    public void crashAndRestart() throws IOException, InterruptedException {
        server.kill();
        server = Server.start(plan, console::println);
        awaitReady();
    }

    @Override
    public void close() {
        end();
    }

    private void end() {
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            console.close();
        }
    }
}
