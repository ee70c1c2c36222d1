package org.supertransfer.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document that is generated and kept: it changes only when somebody means it to. */
public final class GoldenFile {
    private static final String WRITE = "supertransfer.docs.write";

    private GoldenFile() {}

    /**
     * Compares, or writes when the system property {@code supertransfer.docs.write} is true.
     *
     * @param name a file in the project's {@code docs} folder
     */
    public static void holds(String name, String text) throws IOException {
        Path file = docs().resolve(name);
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(file)
                .as("docs/%s is not what the rules say; if they are right, run the tests with -D%s=true", name, WRITE)
                .content()
                .isEqualTo(text);
    }

    /** Tests run in the module's folder, one below the root. */
    private static Path docs() {
        return Path.of("..", "docs");
    }
}
