package org.supertransfer.systemtest.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of others in a folder of its own, which is its home too; its output goes to a file there. */
final class PeerProcess implements AutoCloseable {
    private static final String OUTPUT = "output.log";

    private final Path folder;
    private final Process process;
    private final Writer input;

    private PeerProcess(Path folder, List<String> command) throws IOException {
        this.folder = folder;
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(OUTPUT).toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TZ", "UTC");
        this.process = builder.start();
        this.input = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** A new folder below the build's. */
    static Path folder(String name) {
        try {
            Path all = Files.createDirectories(Path.of(System.getProperty("server.bases"), "peers"));
            return Files.createTempDirectory(all, name + "-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PeerProcess start(Path folder, String... command) {
        try {
            return new PeerProcess(folder, List.of(command));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types a line. */
    void types(String line) {
        try {
            input.write(line + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what is of no use to a reader of the folder, once the program has ended: files by the end of their name. */
    void forgets(String... endings) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> useless = files.filter(file -> Stream.of(endings)
                            .anyMatch(ending -> file.getFileName().toString().endsWith(ending)))
                    .toList();
            for (Path file : useless) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything it said so far. */
    String output() {
        try {
            return Files.readString(folder.resolve(OUTPUT), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
