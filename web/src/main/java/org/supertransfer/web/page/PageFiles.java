package org.supertransfer.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files that the page is made of, without the libraries, whose addresses carry their versions.
 *
 * @param version changes with every file, and with which files there are
 * @param paths sorted; the page itself as {@code /}
 */
record PageFiles(String version, List<String> paths) {
    private static final List<String> FOLDERS = List.of("/js/", "/css/", "/i18n/", "/icons/");
    private static final List<String> SINGLE = List.of("/icon.svg", "/manifest.webmanifest");

    /** Where the files are: the web archive, or a folder. */
    interface Archive {
        /** What is directly in a folder, folders with a slash at their end; null when there is no such folder. */
        @Nullable
        Set<String> list(String folder);

        /** Null when there is no such file. */
        @Nullable
        InputStream open(String path);
    }

    static PageFiles of(Archive archive) throws IOException {
        Set<String> paths = new TreeSet<>(SINGLE);
        FOLDERS.forEach(folder -> collect(archive, folder, paths));
        MessageDigest digest = sha256();
        add(digest, archive, "/index.html");
        for (String path : paths) {
            add(digest, archive, path);
        }
        paths.add("/");
        return new PageFiles(HexFormat.of().formatHex(digest.digest(), 0, 12), List.copyOf(paths));
    }

    private static void collect(Archive archive, String folder, Set<String> paths) {
        Set<String> inside = archive.list(folder);
        if (inside != null) {
            for (String path : inside) {
                if (path.endsWith("/")) {
                    collect(archive, path, paths);
                } else {
                    paths.add(path);
                }
            }
        }
    }

    private static void add(MessageDigest digest, Archive archive, String path) throws IOException {
        try (InputStream content = archive.open(path)) {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            digest.update(content == null ? new byte[0] : content.readAllBytes());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
