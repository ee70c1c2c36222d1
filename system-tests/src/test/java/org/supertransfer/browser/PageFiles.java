package org.supertransfer.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page's files as the server serves them: the web archive's, those of the library's jars, and the CSP. */
final class PageFiles {
    static final Path WEBAPP = Path.of(System.getProperty("webapp", "../web/src/main/webapp"));
    private static final Pattern CSP = Pattern.compile("Content-Security-Policy}, value=\"([^\"]+)\"");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript",
            "css", "text/css",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webmanifest", "application/manifest+json");

    private PageFiles() {}

    /** The bytes at a path, if there is a file. */
    static Optional<byte[]> read(String path) {
        try {
            return path.startsWith("/_static/") || path.startsWith("/webjars/")
                    ? library(path)
                    : own(path.equals("/") ? "/index.html" : path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String type(String path) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        return TYPES.getOrDefault(ending, "text/html; charset=utf-8");
    }

    /** The policy that the server sends with the page. */
    static String contentSecurityPolicy() {
        return groups(CSP, text(WEBAPP.resolve("WEB-INF/undertow-handlers.conf")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("undertow-handlers.conf sets no Content-Security-Policy"));
    }

    /** What the pattern's group caught, at each place in the text. */
    static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> Objects.requireNonNull(match.group(1)));
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> own(String path) throws IOException {
        Path file = WEBAPP.resolve(path.substring(1)).normalize();
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private static Optional<byte[]> library(String path) throws IOException {
        try (InputStream in = PageFiles.class.getResourceAsStream("/META-INF/resources" + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }
}
