package org.supertransfer.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supertransfer.agent.AgentCard;
import org.supertransfer.agent.AgentRows;
import org.supertransfer.agent.Passwords;
import org.supertransfer.agent.Role;
import org.supertransfer.audit.AuditAction;
import org.supertransfer.audit.AuditQuery;
import org.supertransfer.audit.AuditService;
import org.supertransfer.audit.AuditView;
import org.supertransfer.call.ContactCentre;
import org.supertransfer.call.ContactCentreTest;
import org.supertransfer.directory.BadDirectory;

/** The file that is imported at every start, over what admins have changed meanwhile. */
class DirectoryAtStartTest extends ContactCentreTest {
    private static final String ERKKI = agent("erkki", "1205");

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

    @Test
    void numbersOfOthersAndOfHelp_areToldAllAtOnce_andNothingIsImported() {
        assertThatThrownBy(() -> start(agent("erkki", "112"), agent("eeva", "1301"), agent("eino", "+358201234500")))
                .isInstanceOf(BadDirectory.class)
                .hasMessageContainingAll("at agents[0].extension", "at agents[1].extension", "at agents[2].extension");
        assertThat(rows().card("erkki")).isEmpty();
        assertThat(audit()).isEmpty();
    }

    @Test
    void whatTheFileMakesAndChanges_hasALineEach() throws IOException {
        file(
                """
                {"agents":[%s,{"username":"alice","name":"alice","extension":"1209","roles":["supervisor"],"team":"Laskut"}],
                 "users":[{"name":"Ulla","number":"1301","contact":"sip:1301@127.0.0.1:7999"}],
                 "inboundNumbers":[{"number":"0201234500","name":"Service","agents":["dave"]}]}"""
                        .formatted(ERKKI));
        assertThat(audit())
                .allMatch(line -> line.actor().equals("directory-file") && line.action() == AuditAction.IMPORTED)
                .extracting(AuditView::subject, AuditView::id)
                .containsExactlyInAnyOrder(
                        tuple("team", "Laskut"),
                        tuple("agent", "erkki"),
                        tuple("agent", "alice"),
                        tuple("user", "1301"),
                        tuple("inbound-number", ContactCentre.SERVICE));
        AgentCard alice = card("alice");
        assertThat(alice.roles()).containsExactly("supervisor");
        assertThat(alice.team()).isEqualTo("Laskut");
        assertThat(alice.hasSipPassword()).isTrue();
        assertThat(rows().isPassword("erkki", "long enough")).isTrue();
        assertThat(audit().toString()).doesNotContain("long enough");
    }

    @Test
    void sameFileAgain_changesNothing_andWritesNoLine() throws IOException {
        start(ERKKI, agent("alice", "1201"));
        List<AgentCard> before = rows().cards();
        int lines = audit().size();
        start(ERKKI, agent("alice", "1201"));
        assertThat(rows().cards()).isEqualTo(before);
        assertThat(audit()).hasSize(lines);
    }

    @Test
    void passwordOfOnesOwn_stays_untilTheFileHasAnother() throws IOException {
        start(ERKKI);
        choose("erkki", "of my own");
        start(ERKKI);
        assertThat(rows().isPassword("erkki", "of my own")).isTrue();
        start(ERKKI.replace("long enough", "new in the file"));
        assertThat(rows().isPassword("erkki", "new in the file")).isTrue();
        assertThat(audit().get(0).after()).contains("\"passwordSet\":true");
        choose("erkki", "of my own");
        start(ERKKI.replace("long enough", "new in the file"));
        assertThat(rows().isPassword("erkki", "of my own")).isTrue();
        assertThat(audit()).hasSize(2);
    }

    @Test
    void passwordThatAnAdminHasImportedAlready_isTheFilesFromHereOn_withoutALine() throws IOException {
        centre.get(DirectoryAdminService.class).replace("aatu", "{\"agents\":[" + ERKKI + "]}");
        start(ERKKI);
        assertThat(audit()).hasSize(1);
        choose("erkki", "of my own");
        start(ERKKI);
        assertThat(rows().isPassword("erkki", "of my own")).isTrue();
    }

    /** Where a provider says who is admin, the file's roles are no more than a beginning. */
    @Test
    void lastAdmin_mayBeNoneByTheFile() throws IOException {
        rows().roles("alice", Set.of(Role.ADMIN));
        start(agent("alice", "1201"));
        assertThat(card("alice").roles()).containsExactly("agent");
    }

    /** A file that was good enough for the server yesterday does not stop it today. */
    @Test
    void shortPasswordAndNoRole_areTaken_butNoPasswordThatCannotBeKept() throws IOException {
        start(ERKKI.replace("long enough", "short").replace("\"agent\"", ""));
        assertThat(card("erkki").roles()).isEmpty();
        assertThat(rows().isPassword("erkki", "short")).isTrue();
        assertThatThrownBy(() -> start(ERKKI.replace("long enough", "long".repeat(20))))
                .isInstanceOf(BadDirectory.class)
                .hasMessageContaining("agents[0].password");
    }

    private void start(String... agents) throws IOException {
        file("{\"agents\":[" + String.join(",", agents) + "]}");
    }

    private void file(String json) throws IOException {
        centre.get(DirectoryAtStart.class).run(Files.writeString(folder.resolve("directory.json"), json));
    }

    private static String agent(String username, String extension) {
        return """
                {"username":"%s","password":"long enough","name":"%s","extension":"%s","roles":["agent"]}"""
                .formatted(username, username, extension);
    }

    private void choose(String username, String password) {
        rows().changePassword(username, centre.get(Passwords.class).hash(password));
    }

    private String extension(String username) {
        return card(username).extension();
    }

    private AgentCard card(String username) {
        return rows().card(username).orElseThrow();
    }

    private AgentRows rows() {
        return centre.get(AgentRows.class);
    }

    private List<AuditView> audit() {
        return centre.get(AuditService.class)
                .page(new AuditQuery(null, null, null, 0))
                .changes();
    }
}
