package org.supertransfer.systemtest;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.supertransfer.server.FreePorts;

/** One SIPp that plays one scenario once and checks it: SIPp fails on every message it did not expect. */
public final class Sipp implements AutoCloseable {
    /** What a scenario may take, unless it says otherwise. */
    static final int SECONDS = 30;

    private final String scenario;
    private final Path messages;
    private final Path output;
    private final Process process;
    private final int seconds;

    private Sipp(String scenario, Path stem, Path file, int seconds, List<String> arguments) throws IOException {
        this.scenario = scenario;
        this.messages = stem.resolve("messages.log");
        this.output = stem.resolve("output.log");
        this.seconds = seconds;
        List<String> command = new ArrayList<>(
                List.of(Peer.SIPP.found().toString(), "-sf", file.toString(), "-i", "127.0.0.1", "-nostdin"));
        command.addAll(List.of("-timeout_error", "-trace_msg", "-message_file"));
        command.addAll(List.of(messages.toString(), "-trace_err", "-error_file", stem + "/errors.log"));
        // A message read while SIPp is between two of its steps counts as unexpected: one at a time.
        command.addAll(List.of("-max_recv_loops", "1"));
        command.addAll(arguments);
        if (!arguments.contains("-m")) {
            command.addAll(List.of("-m", "1", "-timeout", seconds + "s"));
        }
        this.process = new ProcessBuilder(command)
                .directory(stem.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .start();
    }

    /** What a scenario writes for words in square brackets, as SIPp's arguments. */
    record Keys(List<String> arguments) {}

    /** The same, by a phone that proves who it is: its password is its name. */
    static Keys keys(Map<String, String> values, String username) {
        List<String> arguments = new ArrayList<>(keys(values).arguments());
        arguments.addAll(List.of("-au", username, "-ap", username));
        return new Keys(List.copyOf(arguments));
    }

    static Keys keys(Map<String, String> values) {
        List<String> arguments = new ArrayList<>();
        values.forEach((name, value) -> arguments.addAll(List.of("-key", name, value)));
        return new Keys(List.copyOf(arguments));
    }

    /** Waits for a call at a port. */
    public static Sipp answers(String scenario, int port) {
        return answers(scenario, port, keys(Map.of()));
    }

    /** Waits for a call at a port. */
    public static Sipp answers(SippScript script, int port) {
        return start(script, List.of("-p", Integer.toString(port)));
    }

    /** Waits at a port while a server starts, for so many exchanges that it begins then; plays the scenario for each. */
    public static Sipp welcomes(String scenario, int port, int exchanges) {
        return answers(scenario, port, new Keys(List.of("-m", Integer.toString(exchanges), "-timeout", "300s")));
    }

    static Sipp answers(String scenario, int port, Keys keys) {
        List<String> arguments = new ArrayList<>(List.of("-p", Integer.toString(port)));
        arguments.addAll(keys.arguments());
        return start(scenario, arguments);
    }

    /** Calls a number at the server. */
    public static Sipp calls(String scenario, String number, int serverPort) {
        return calls(scenario, number, serverPort, keys(Map.of()));
    }

    /** Calls a number at the server. */
    public static Sipp calls(SippScript script, String number, int serverPort) {
        String port = Integer.toString(FreePorts.sip());
        return start(script, List.of("-p", port, "-s", number, "127.0.0.1:" + serverPort));
    }

    /** The same by TCP, on one connection. */
    public static Sipp callsByTcp(SippScript script, String number, int serverPort) {
        String port = Integer.toString(FreePorts.sip());
        return start(script, List.of("-t", "t1", "-p", port, "-s", number, "127.0.0.1:" + serverPort));
    }

    /** An agent's phone at this port registers by a scenario that knows it as {@code [user]}. */
    public static Sipp registers(String scenario, Agent agent, int port, int serverPort) {
        Keys keys = keys(Map.of("user", agent.username()), agent.username());
        List<String> arguments = new ArrayList<>(keys.arguments());
        arguments.addAll(List.of("-p", Integer.toString(port), "127.0.0.1:" + serverPort));
        return start(scenario, arguments);
    }

    static Sipp calls(String scenario, String number, int serverPort, Keys keys) {
        List<String> arguments = new ArrayList<>(keys.arguments());
        arguments.addAll(List.of("-p", Integer.toString(FreePorts.sip()), "-s", number, "127.0.0.1:" + serverPort));
        return start(scenario, arguments);
    }

    /** Waits until the scenario is over, and fails unless all of it happened. */
    public void succeeds() throws IOException, InterruptedException {
        boolean ended = ends();
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError("SIPp's " + scenario + (ended ? " failed" : " did not end") + ":\n"
                    + text(output.resolveSibling("errors.log")) + "\n" + traffic());
        }
    }

    /** Waits until it is over, for good or ill; false when it takes longer than any scenario may. */
    public boolean ends() throws InterruptedException {
        return process.waitFor(seconds + 10, TimeUnit.SECONDS);
    }

    /** Everything it sent and received. */
    public String traffic() throws IOException {
        return text(messages);
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static Sipp start(String scenario, List<String> arguments) {
        try {
            Path file = Path.of("src/test/resources/sipp", scenario + ".xml").toAbsolutePath();
            return new Sipp(scenario, stem(scenario), file, SECONDS, arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sipp start(SippScript script, List<String> arguments) {
        try {
            Path stem = stem(script.name());
            Path file = Files.writeString(stem.resolve("scenario.xml"), script.xml());
            return new Sipp(script.name(), stem, file, script.seconds(), arguments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of its own. */
    private static Path stem(String scenario) throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("server.bases"), "sipp"));
        return Files.createTempDirectory(folder, scenario);
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }
}
