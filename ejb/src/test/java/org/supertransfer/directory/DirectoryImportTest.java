package org.supertransfer.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supertransfer.agent.AgentRows;
import org.supertransfer.call.ContactCentreTest;

/** The file that is imported at every start, over what admins have changed meanwhile. */
class DirectoryImportTest extends ContactCentreTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void swappedExtensions_areImported() throws IOException {
        String alices = extension("alice");
        String carols = extension("carol");
        start(agent("alice", carols), agent("carol", alices));
        assertThat(extension("alice")).isEqualTo(carols);
        assertThat(extension("carol")).isEqualTo(alices);
    }

    @Test
    void extensionOfSomebodyWhomTheFileDoesNotName_isToldWithItsPlace() {
        String carols = extension("carol");
        assertThatThrownBy(() -> start(agent("carol", "1299"), agent("erkki", extension("alice"))))
                .isInstanceOf(BadDirectory.class)
                .hasMessageContaining("directory.json, at agents[1].extension")
                .hasMessageContaining("alice");
        assertThat(extension("carol")).isEqualTo(carols);
    }

    private void start(String... agents) throws IOException {
        Path file = folder.resolve("directory.json");
        Files.writeString(file, "{\"agents\":[" + String.join(",", agents) + "]}");
        centre.get(DirectoryImport.class).run(file, true);
    }

    private static String agent(String username, String extension) {
        return """
                {"username":"%s","password":"long enough","name":"%s","extension":"%s","roles":["agent"]}"""
                .formatted(username, username, extension);
    }

    private String extension(String username) {
        return centre.get(AgentRows.class).card(username).orElseThrow().extension();
    }
}
