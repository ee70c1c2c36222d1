package org.supertransfer.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFilesTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");

    private Path copy = WEBAPP;

    @BeforeEach
    void copy(@TempDir Path folder) throws IOException {
        copy = folder;
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(WEBAPP.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void page_isThereWithItsModulesAndWords_andNothingOfTheServers() throws IOException {
        assertThat(PageFiles.of(folder(copy)).paths())
                .contains("/", "/js/main.js", "/js/parts/app.js", "/css/tokens.css", "/i18n/fi.json", "/icons/192.png")
                .noneMatch(path -> path.contains("WEB-INF") || path.equals("/sw.js"))
                .isSorted();
    }

    @Test
    void version_staysWithTheSameFiles_andChangesWithAnyOfThem() throws IOException {
        String before = PageFiles.of(folder(copy)).version();
        assertThat(PageFiles.of(folder(copy)).version()).isEqualTo(before);
        for (String changed : new String[] {"index.html", "js/parts/app.js", "i18n/sv.json"}) {
            Path file = copy.resolve(changed);
            byte[] was = Files.readAllBytes(file);
            Files.writeString(file, " ");
            assertThat(PageFiles.of(folder(copy)).version()).as(changed).isNotEqualTo(before);
            Files.write(file, was);
        }
        Files.delete(copy.resolve("js/title.js"));
        assertThat(PageFiles.of(folder(copy)).version()).isNotEqualTo(before);
    }

    private static PageFiles.Archive folder(Path root) {
        return new PageFiles.Archive() {
            @Override
            public @Nullable Set<String> list(String folder) {
                try (Stream<Path> inside = Files.list(root.resolve(folder.substring(1)))) {
                    return inside.map(path -> "/" + root.relativize(path) + (Files.isDirectory(path) ? "/" : ""))
                            .collect(Collectors.toSet());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public @Nullable InputStream open(String path) {
                try {
                    Path file = root.resolve(path.substring(1));
                    return Files.isRegularFile(file) ? Files.newInputStream(file) : null;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }
}
