package org.supertransfer.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supertransfer.agent.AgentRows;
import org.supertransfer.call.ContactCentre;

/** The file that is imported at every start, over what admins have changed meanwhile. */
@EnableWeld
class DirectoryImportTest {
    private final ContactCentre centre = new ContactCentre();

    @TempDir
    Path folder = Path.of("");

    @WeldSetup
    WeldInitiator weld = centre.weld();

    @BeforeEach
    void open() {
        centre.open();
    }

    @AfterEach
    void close() {
        centre.close();
    }

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
