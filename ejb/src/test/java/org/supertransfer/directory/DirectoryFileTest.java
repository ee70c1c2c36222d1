package org.supertransfer.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supertransfer.agent.Role;

class DirectoryFileTest {
    private static final String AGENT = "{\"username\":\"anna\",\"password\":\"secret\",\"name\":\"Anna\","
            + "\"extension\":\"1201\",\"sipPassword\":\"phone\",\"contact\":null,\"roles\":[\"agent\"],\"language\":\"sv\"}";

    @TempDir
    Path folder = Path.of("");

    @Test
    void fileOfTheContract_isRead() throws IOException {
        DirectoryEntries entries = read("{\"agents\":[" + AGENT + "],"
                + "\"users\":[{\"name\":\"Ulla\",\"number\":\"1301\",\"contact\":\"sip:1301@127.0.0.1:7301\"}],"
                + "\"inboundNumbers\":[{\"number\":\"0201234500\",\"name\":\"Laskutus\",\"agents\":[\"anna\"]}]}");
        assertThat(entries.agents()).hasSize(1);
        assertThat(entries.agents().get(0).profile().roles()).isEqualTo(Set.of(Role.AGENT));
        assertThat(entries.agents().get(0).profile().language()).isEqualTo("sv");
        assertThat(entries.users()).extracting(User::number).containsExactly("1301");
        assertThat(entries.inboundNumbers().get(0).agents()).containsExactly("anna");
    }

    @Test
    void passwords_areNeverPartOfTheText() throws IOException {
        assertThat(read("{\"agents\":[" + AGENT + "]}").toString()).doesNotContain("secret", "phone");
    }

    @Test
    void missingField_isNamedWithFileAndPlace() {
        assertThatThrownBy(() -> read("{\"agents\":[{\"username\":\"anna\"}]}"))
                .isInstanceOf(BadDirectory.class)
                .hasMessageContaining("directory.json, at agents[0].")
                .hasMessageContaining("a text is wanted");
    }

    @Test
    void unknownAgentOfANumber_isNamed() {
        assertThatThrownBy(() -> read(
                        "{\"inboundNumbers\":[{\"number\":\"0201234500\",\"name\":\"x\",\"agents\":[\"nobody\"]}]}"))
                .hasMessageContaining("inboundNumbers[0].agents: there is no agent nobody in this file");
    }

    @Test
    void sameUsernameTwice_isNamed() {
        assertThatThrownBy(() -> read("{\"agents\":[" + AGENT + "," + AGENT + "]}"))
                .hasMessageContaining("agents[1].username: anna is there already");
    }

    @Test
    void agentWhoIsThere_needsNoPasswordAgain() throws IOException {
        String known = "{\"username\":\"known\",\"name\":\"K\",\"extension\":\"1209\",\"roles\":[\"agent\"]}";
        DirectoryEntries.NewAgent agent =
                read("{\"agents\":[" + known + "]}").agents().get(0);
        assertThat(agent.password()).isNull();
        assertThat(agent.keepsSipPassword()).isTrue();
        assertThatThrownBy(() -> read("{\"agents\":[" + known.replace("known", "new") + "]}"))
                .hasMessageContaining("agents[0].password");
    }

    @Test
    void brokenJson_isNamedWithItsFile() {
        assertThatThrownBy(() -> read("{\"agents\": [ { broken"))
                .isInstanceOf(BadDirectory.class)
                .hasMessageContaining("directory.json");
    }

    private DirectoryEntries read(String json) throws IOException {
        return DirectoryFile.read(Files.writeString(folder.resolve("directory.json"), json), Set.of("known"));
    }
}
