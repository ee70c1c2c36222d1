package org.supertransfer.systemtest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation of docs/openapi.yaml, which names every one that the code has (OpenApiTest holds that).
 *
 * @param path below /api, with {@code {parameters}}
 * @param block the operation's lines
 */
record Operation(String method, String path, String block) {
    private static final Path DOCUMENT = Path.of("../docs/openapi.yaml");
    private static final Pattern PATH = Pattern.compile("  (/\\S*):");
    private static final Pattern METHOD = Pattern.compile("    (get|put|post|delete|patch):");
    private static final Set<String> READING = Set.of("GET");

    /** All of them, in the document's order. */
    static List<Operation> all() {
        List<Operation> found = new ArrayList<>();
        String path = "";
        try {
            for (String line : Files.readAllLines(DOCUMENT)) {
                Matcher method = METHOD.matcher(line);
                path = pathOr(path, line);
                if (!path.isEmpty() && method.matches()) {
                    found.add(new Operation(method.group(1).toUpperCase(Locale.ROOT), path, ""));
                } else if (!path.isEmpty() && !found.isEmpty()) {
                    found.add(found.remove(found.size() - 1).with(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String pathOr(String before, String line) {
        Matcher path = PATH.matcher(line);
        if (path.matches()) {
            return path.group(1);
        }
        return line.startsWith("components:") ? "" : before;
    }

    private Operation with(String line) {
        return new Operation(method, path, block + line + "\n");
    }

    boolean changes() {
        return !READING.contains(method);
    }

    boolean isLogIn() {
        return method.equals("POST") && path.equals("/session");
    }

    /** Whether the body is JSON, and nothing else will do. */
    boolean takesJson() {
        return block.contains("requestBody:") && type().equals("application/json");
    }

    /** What is sent to it. */
    String type() {
        return block.lines().anyMatch(line -> line.contains("requestBody:") && line.contains("text/csv"))
                ? "text/csv"
                : "application/json";
    }

    /** Roles of which one is needed; empty when any will do. */
    Set<String> roles() {
        if (path.startsWith("/admin/")) {
            return Set.of("admin");
        }
        boolean supervisors = path.startsWith("/board") || path.startsWith("/reports") || path.endsWith("/retrieve");
        return supervisors ? Set.of("supervisor", "admin") : Set.of();
    }

    /** The address, with something in the place of each parameter that the server could know but does not. */
    String address() {
        return address(path.startsWith("/transfers") ? UUID.randomUUID().toString() : "nobody");
    }

    /** @param parameter in the place of each */
    String address(String parameter) {
        return "/api" + path.replaceAll("\\{\\w+}", parameter);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
