package org.supertransfer.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A provisioned server that runs as a process of its own. Started by {@code bin/standalone.sh}, as in production. */
public final class Server {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
    private static final int POLL_MILLIS = 200;

    private final ServerPlan plan;
    private final Process process;
    private final ServerOutput output;
    private final Thread reader;

    private Server(ServerPlan plan, Process process, ServerOutput output) {
        this.plan = plan;
        this.process = process;
        this.output = output;
        this.reader = new Thread(this::read, "server-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts the server and returns at once.
     *
     * @param lines takes every line of its output, on one thread
     * @throws IOException when the script cannot be run
     */
    public static Server start(ServerPlan plan, Consumer<String> lines) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        plan.home().resolve("bin/standalone.sh").toString(),
                        "-Djboss.server.base.dir=" + plan.base(),
                        "-Djboss.socket.binding.port-offset=" + plan.portOffset())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true);
        builder.environment().put("JBOSS_HOME", plan.home().toString());
        // The script then passes signals on to the JVM instead of dying alone.
        builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true");
        builder.environment().putAll(plan.environment());
        return new Server(plan, builder.start(), new ServerOutput(lines));
    }

    /** Where the portal, the REST calls and the WebSocket are, without a slash at the end. */
    public URI httpBase() {
        return URI.create("http://127.0.0.1:" + plan.httpPort());
    }

    /** Where health is, without a slash at the end. */
    public URI managementBase() {
        return URI.create("http://127.0.0.1:" + plan.managementPort());
    }

    /** Where it keeps data and logs. */
    public Path base() {
        return plan.base();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until the server takes calls.
     *
     * @throws ServerFailed with the server's own line, when it ended, started without its application, or took too long
     */
    public void awaitReady(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!output.started() || !ready()) {
            if (!process.isAlive()) {
                reader.join(1000);
                throw failed("The server ended with " + process.exitValue() + " while it started.");
            }
            if (output.startedWithErrors()) {
                throw failed("The server started without its application.");
            }
            if (System.nanoTime() > deadline) {
                throw failed("The server was not ready after " + patience.toSeconds() + " s.");
            }
            process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Whether readiness is UP now. */
    public boolean ready() {
        try {
            HttpURLConnection health = (HttpURLConnection)
                    managementBase().resolve("/health/ready").toURL().openConnection();
            health.setConnectTimeout(500);
            health.setReadTimeout(2000);
            return health.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Waits for the end and returns the exit status. */
    public int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends it in order: calls get their BYE. By force after 30 s. Harmless when it has ended. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
        reader.join(1000);
    }

    /** Ends it as a crash would ({@code kill -9}). */
    public void kill() throws InterruptedException {
        try (Stream<ProcessHandle> children = process.descendants()) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly().waitFor();
    }

    private ServerFailed failed(String otherwise) {
        return new ServerFailed(output.complaint().orElse(otherwise));
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.line(line);
            }
        } catch (IOException closed) {
            // The process is gone, and its output with it.
        }
    }
}
