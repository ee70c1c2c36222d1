package org.supertransfer.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supertransfer.agent.AgentRows;
import org.supertransfer.agent.Agents;
import org.supertransfer.audit.AuditAction;
import org.supertransfer.audit.AuditQuery;
import org.supertransfer.audit.AuditService;
import org.supertransfer.audit.AuditView;
import org.supertransfer.call.ContactCentre;
import org.supertransfer.call.ContactCentreTest;
import org.supertransfer.directory.Directory;
import org.supertransfer.problem.FieldError;
import org.supertransfer.problem.Refused;

/** The directory file out and in, on real rows. */
class DirectoryAdminServiceTest extends ContactCentreTest {
    private static final String BY = "aatu";

    @Test
    void exported_holdsNoPassword_andChangesNothingWhenImported() {
        String file = files().export().toString();
        assertThat(file).contains("alice", "1301", ContactCentre.SERVICE).doesNotContainIgnoringCase("password");
        assertThat(files().replace(BY, file)).isEqualTo(new DirectoryAdminService.Imported(0, 0));
        assertThat(audit()).isEmpty();
        assertThat(centre.get(Agents.class).profile("alice").orElseThrow().sipPassword())
                .isEqualTo("secret");
    }

    @Test
    void file_makesAndChanges_atOnce_withALineEach() {
        DirectoryAdminService.Imported imported = files().replace(
                        BY,
                        """
                { "agents": [
                    { "username": "alice", "name": "Alice A", "extension": "1201", "roles": ["agent"], "team": "Laskut" },
                    { "username": "erkki", "password": "long enough", "name": "Erkki", "extension": "1205",
                      "sipPassword": "phone", "roles": ["agent"] } ],
                  "users": [ { "name": "Uuno", "number": "1305", "contact": "sip:1305@127.0.0.1:7305" } ],
                  "inboundNumbers": [ { "number": "0201234509", "name": "Uusi", "agents": ["erkki", "carol"] } ] }
                """);
        assertThat(imported).isEqualTo(new DirectoryAdminService.Imported(4, 1));
        assertThat(centre.get(Agents.class).profile("alice").orElseThrow().team())
                .isEqualTo("Laskut");
        assertThat(centre.get(Directory.class).whoHas("1305")).isPresent();
        assertThat(centre.get(Directory.class).whoHas("+358201234509")).isPresent();
        assertThat(centre.wire().accounts())
                .anyMatch(account -> account.username().equals("erkki"));
        assertThat(audit())
                .hasSize(5)
                .allMatch(line -> line.action() == AuditAction.IMPORTED)
                .noneMatch(line -> String.valueOf(line.after()).contains("long enough"));
    }

    @Test
    void teamsThatAFileMovesAgentsBetween_haveALineEach() {
        String moved =
                """
                { "agents": [
                    { "username": "alice", "name": "alice", "extension": "1201", "roles": ["agent"], "team": "%s" },
                    { "username": "carol", "name": "carol", "extension": "1202", "roles": ["agent"] } ] }
                """;
        files().replace(BY, moved.formatted("Laskut"));
        assertThat(audit("team")).extracting(AuditView::id).containsExactly("Laskut");
        assertThat(audit("team").get(0).after()).contains("alice");

        files().replace(BY, moved.formatted("Tuki"));
        assertThat(audit("team").subList(0, 2))
                .extracting(AuditView::action, AuditView::id)
                .containsExactlyInAnyOrder(tuple(AuditAction.IMPORTED, "Laskut"), tuple(AuditAction.IMPORTED, "Tuki"));
        files().replace(BY, moved.formatted("Tuki"));
        assertThat(audit("team")).hasSize(3);
    }

    @Test
    void extensions_canBeSwapped_andPassedOnToSomebodyNew() {
        String swapped =
                """
                { "agents": [
                    { "username": "alice", "name": "Alice", "extension": "%s", "roles": ["agent"] },
                    { "username": "carol", "name": "Carol", "extension": "%s", "roles": ["agent"] } ] }
                """;
        String alices = extension("alice");
        String carols = extension("carol");
        files().replace(BY, swapped.formatted(carols, alices));
        assertThat(extension("alice")).isEqualTo(carols);
        assertThat(extension("carol")).isEqualTo(alices);

        files().replace(
                        BY,
                        """
                { "agents": [
                    { "username": "erkki", "password": "long enough", "name": "Erkki", "extension": "%s", "roles": ["agent"] },
                    { "username": "alice", "name": "Alice", "extension": "1299", "roles": ["agent"] } ] }
                """
                                .formatted(carols));
        assertThat(extension("erkki")).isEqualTo(carols);
        assertThat(extension("alice")).isEqualTo("1299");
    }

    @Test
    void whatDoesNotFitTheHouse_isToldWithItsPlace_andNothingIsImported() {
        assertThatThrownBy(() -> files().replace(
                                BY,
                                """
                        { "agents": [
                            { "username": "x1", "password": "", "name": "A", "extension": "1202", "roles": ["agent"] } ],
                          "users": [ { "name": "B", "number": "112", "contact": "sip:b@127.0.0.1" },
                                     { "name": "C", "number": "+358201234500", "contact": "sip:c@127.0.0.1" } ] }
                        """
                                        .replace("\"\"", "\"short\"")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::field, FieldError::code)
                        .containsExactly(
                                tuple("agents[0].extension", "taken"),
                                tuple("agents[0].password", "weak"),
                                tuple("users[0].number", "emergency"),
                                tuple("users[1].number", "taken")));
        assertThat(centre.get(Agents.class).profile("x1")).isEmpty();
        assertThat(audit()).isEmpty();
    }

    @Test
    void whatAFormRefuses_aFileDoesToo_withItsPlace() {
        String file = String.join(
                ",",
                agent("e0", "1210", "'language': 'deutsch, bitte'"),
                agent("e1", "1211", "'language': 'de', 'team': '" + "t".repeat(129) + "'"),
                agent("e2", "1212", "'sipPassword': '" + "s".repeat(129) + "'"),
                agent("e3", "1213", "'roles': []"),
                agent("e4", "1214", "'team': ''"),
                agent("e5", "1215", "'team': 'two\\nlines'"),
                agent("e6", "1216", "'name': 'E\\u202e6'"),
                agent("ALICE", "1217", "'team': null"),
                agent("E3", "1218", "'team': null"),
                agent("carol", "1202", "'password': '" + "p".repeat(80) + "'"));
        String users = "{'name':'U\\u0007','number':'1310','contact':'sip:u@127.0.0.1'}".replace('\'', '"');
        String number = "{'name':'N\\u0007','number':'0201234510','agents':[]}".replace('\'', '"');
        assertThatThrownBy(() -> files().replace(
                                BY,
                                "{\"agents\":[" + file + "],\"users\":[" + users + "],\"inboundNumbers\":[" + number
                                        + "]}"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::field, FieldError::code)
                        .containsExactly(
                                tuple("agents[0].language", "unknown"),
                                tuple("agents[1].language", "unknown"),
                                tuple("agents[1].team", "too-long"),
                                tuple("agents[2].sipPassword", "too-long"),
                                tuple("agents[3].roles", "required"),
                                tuple("agents[4].team", "required"),
                                tuple("agents[5].team", "format"),
                                tuple("agents[6].name", "format"),
                                tuple("agents[7].username", "taken"),
                                tuple("agents[8].username", "taken"),
                                tuple("agents[9].password", "weak"),
                                tuple("users[0].name", "format"),
                                tuple("inboundNumbers[0].name", "format")));
        assertThat(audit()).isEmpty();
    }

    @Test
    void whoIsThereAlready_isNotAskedWhetherHeMayBe() {
        centre.get(AgentRows.class).roles("alice", Set.of());
        String file = files().export().toString();
        assertThat(file).contains("\"roles\":[]");
        assertThat(files().replace(BY, file)).isEqualTo(new DirectoryAdminService.Imported(0, 0));
    }

    @Test
    void brokenFile_isToldWithItsPlace() {
        assertThatThrownBy(() -> files().replace(BY, "{\"users\":[{\"name\":\"x\",\"number\":\"1\"}]}"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.errors().get(0).field()).startsWith("users[0]."));
        assertThatThrownBy(() -> files().replace(BY, "{ broken"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.errors().get(0).code()).isEqualTo("not-json"));
    }

    /** Written with single quotes; what is said last of a field counts. */
    private static String agent(String username, String extension, String more) {
        return """
                {'username':'%s','password':'long enough','name':'Name','extension':'%s','roles':['agent'],%s}"""
                .formatted(username, extension, more)
                .replace('\'', '"');
    }

    private String extension(String username) {
        return centre.get(Agents.class).profile(username).orElseThrow().extension();
    }

    private DirectoryAdminService files() {
        return centre.get(DirectoryAdminService.class);
    }

    private List<AuditView> audit() {
        return audit(null);
    }

    private List<AuditView> audit(@Nullable String subject) {
        return centre.get(AuditService.class)
                .page(new AuditQuery(null, subject, null, 0))
                .changes();
    }
}
