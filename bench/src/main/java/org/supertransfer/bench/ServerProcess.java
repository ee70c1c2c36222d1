package org.supertransfer.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The server's own JVM, asked by {@code jcmd}. */
final class ServerProcess {
    private ServerProcess() {}

    /** What it answers to this diagnostic command. */
    static String ask(String command) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, pid(), command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Megabytes of live objects, after a full collection. */
    static double heap() throws IOException {
        String total = ask("GC.class_histogram")
                .lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IOException("no histogram"));
        return Long.parseLong(total.strip().split("\\s+")[2]) / 1e6;
    }

    private static String pid() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .map(process -> Long.toString(process.pid()))
                .findFirst()
                .orElseThrow();
    }
}
