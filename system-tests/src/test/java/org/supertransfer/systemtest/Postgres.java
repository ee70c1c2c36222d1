package org.supertransfer.systemtest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.supertransfer.server.FreePorts;

/** A PostgreSQL of our own on a free port, from the machine's programs; gone with its data when closed. */
final class Postgres implements AutoCloseable {
    private final Path programs;
    private final Path data;
    private final int port = FreePorts.sip();

    private Postgres(Path programs, Path data) {
        this.programs = programs;
        this.data = data;
    }

    static Postgres start() throws IOException, InterruptedException {
        Path programs = Peer.POSTGRESQL.found().resolveSibling("");
        Postgres postgres = new Postgres(programs, Files.createTempDirectory("supertransfer-postgres"));
        postgres.giveAway();
        postgres.run("initdb", "-D", postgres.cluster(), "-U", "supertransfer", "--auth=trust", "-E", "UTF8", "-N");
        postgres.comeUp();
        return postgres;
    }

    void comeUp() throws IOException, InterruptedException {
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''";
        run("pg_ctl", "-D", cluster(), "-l", data + "/log", "-o", options, "-w", "start");
    }

    /** As a crash would, its data kept. */
    void goDown() throws IOException, InterruptedException {
        run("pg_ctl", "-D", cluster(), "-m", "immediate", "-w", "stop");
    }

    /** What a server needs to use it. */
    Map<String, String> environment() {
        return Map.of(
                "ST_DB_DRIVER", "postgresql",
                "ST_DB_URL", url(),
                "ST_DB_USER", "supertransfer",
                "ST_DB_PASSWORD", "unused");
    }

    /** For a look at the rows, as user {@code supertransfer}. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() throws IOException, InterruptedException {
        goDown();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private String cluster() {
        return data.resolve("cluster").toString();
    }

    /** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
    private void giveAway() throws IOException, InterruptedException {
        if (asRoot()) {
            await(new ProcessBuilder("chown", "postgres", data.toString()));
        }
    }

    private void run(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (asRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        await(new ProcessBuilder(command).directory(data.toFile()));
    }

    private void await(ProcessBuilder command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("postgres", ".log");
        // Not a pipe: the server that pg_ctl leaves running would keep it open.
        Process process = command.redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(command.command() + " failed: " + Files.readString(output));
        }
        Files.delete(output);
    }

    private static boolean asRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
