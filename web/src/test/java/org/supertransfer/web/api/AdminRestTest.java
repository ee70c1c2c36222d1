package org.supertransfer.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.admin.AgentForm;
import org.supertransfer.agent.AgentCard;
import org.supertransfer.agent.TeamCard;
import org.supertransfer.audit.AuditQuery;
import org.supertransfer.directory.UserCard;
import org.supertransfer.problem.FieldError;
import org.supertransfer.problem.Refused;
import org.supertransfer.web.api.Rest.Answer;
import org.supertransfer.web.problem.Problem;

/** The admins' calls: who may, what reaches the services, and what comes back. */
class AdminRestTest {
    private final Yaml document = Yaml.document("openapi.yaml");
    private final Rest rest = new Rest("agent", "admin");

    @ParameterizedTest
    @CsvSource({
        "/admin/agents, AdminAgent",
        "/admin/users, AdminUser",
        "/admin/inbound-numbers, AdminInbound",
        "/admin/teams, AdminTeam",
        "/admin/tariffs, Tariff",
        "/admin/policies, Policy",
        "/admin/settings, Setting",
        "/admin/trunks, Trunk",
        "/admin/registrations, Registration",
    })
    void list_hasTheFieldsOfItsSchema(String path, String schema) {
        for (JsonObject item : ((JsonArray) rest.get(path).json()).getValuesAs(JsonObject.class)) {
            assertThat(item.keySet()).isEqualTo(properties(schema));
        }
    }

    @Test
    void audit_hasTheFieldsOfItsSchema_andTheThingsThemselves() {
        JsonObject page = rest.get("/admin/audit?page=2&actor=aatu&subject=agent&id=anna")
                .json()
                .asJsonObject();
        assertThat(page.keySet()).isEqualTo(properties("Audit"));
        JsonObject change = page.getJsonArray("changes").getJsonObject(0);
        assertThat(change.keySet()).isEqualTo(properties("AuditChange"));
        assertThat(change.isNull("before")).isTrue();
        assertThat(change.getJsonObject("after").getString("extension")).isEqualTo("1201");
        assertThat(rest.admin.asked).containsExactly(List.of("audit", new AuditQuery("aatu", "agent", "anna", 2)));
        rest.get("/admin/audit?page=x").refuses(400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /admin/agents",
                "POST /admin/agents",
                "PUT /admin/agents/anna",
                "DELETE /admin/agents/anna",
                "GET /admin/users",
                "POST /admin/users",
                "PUT /admin/users/1301",
                "DELETE /admin/users/1301",
                "GET /admin/inbound-numbers",
                "POST /admin/inbound-numbers",
                "PUT /admin/inbound-numbers/1",
                "DELETE /admin/inbound-numbers/1",
                "GET /admin/teams",
                "POST /admin/teams",
                "PUT /admin/teams/x",
                "DELETE /admin/teams/x",
                "GET /admin/audit",
                "GET /admin/tariffs",
                "POST /admin/tariffs",
                "PUT /admin/tariffs/1",
                "DELETE /admin/tariffs/1",
                "GET /admin/policies",
                "PUT /admin/policies/agent",
                "GET /admin/settings",
                "PUT /admin/settings/x",
                "DELETE /admin/settings/x",
                "GET /admin/trunks",
                "GET /admin/registrations",
                "GET /admin/directory",
                "PUT /admin/directory",
            })
    void supervisor_isForbidden_whateverTheBody(String call) {
        Rest supervisor = new Rest("agent", "supervisor");
        String[] parts = call.split(" ");
        supervisor
                .send(parts[0], parts[1], parts[0].startsWith("P") ? "{broken" : null)
                .refuses(403, "forbidden");
        assertThat(supervisor.admin.asked).isEmpty();
    }

    @Test
    void newAgent_isPassedOn_andNeverShownItsPasswords() {
        Answer answer = rest.send(
                "POST",
                "/admin/agents",
                "{\"username\":\"erkki\",\"name\":\" Erkki \",\"extension\":\"1205\",\"roles\":[\"agent\"],"
                        + "\"language\":\"sv\",\"contact\":\"\",\"password\":\" se cret \",\"hasSipPassword\":true}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).doesNotContain("se cret");
        AgentCard card = new AgentCard("erkki", "Erkki", "1205", null, List.of("agent"), "sv", null, false, 0);
        assertThat(rest.admin.asked).containsExactly(List.of("create", "anna", new AgentForm(card, " se cret ", null)));
    }

    @Test
    void change_takesTheKeyOfTheAddress_andNeedsAVersion() {
        assertThat(rest.send("PUT", "/admin/users/1301", "{\"name\":\"U\",\"contact\":\"sip:u@x\",\"version\":7}")
                        .status())
                .isEqualTo(200);
        assertThat(rest.admin.asked)
                .containsExactly(List.of("change", "anna", new UserCard("1301", "U", "sip:u@x", 7)));
        rest.send("PUT", "/admin/users/1301", "{\"name\":\"U\"}").refuses(400, "malformed");
        rest.send("PUT", "/admin/users/1301", "{\"number\":\"1302\",\"version\":7}")
                .refuses(422, "invalid");
    }

    @Test
    void teamsName_mayHoldAnything() {
        assertThat(rest.send("PUT", "/admin/teams/A%2FB%20%C3%A4", "{\"members\":[\"x\",\"x\"],\"version\":1}")
                        .status())
                .isEqualTo(200);
        assertThat(rest.admin.asked).containsExactly(List.of("change", "anna", new TeamCard("A/B ä", List.of("x"), 1)));
        assertThat(rest.send("DELETE", "/admin/teams/A%2FB", null).status()).isEqualTo(204);
    }

    @Test
    void tariffs_goInAndOutAsAFile() {
        Answer file = rest.get("/admin/tariffs?format=csv");
        assertThat(file.mediaType()).startsWith("text/csv");
        assertThat(file.body()).isEqualTo("prefix,name\r\n");
        assertThat(rest.send("GET", "/admin/tariffs", null, "", "text/csv").mediaType())
                .startsWith("text/csv");
        assertThat(rest.send("PUT", "/admin/tariffs", "prefix\u00e4", "text/csv;charset=utf-8", "application/json")
                        .json()
                        .asJsonArray())
                .hasSize(1);
        assertThat(rest.admin.asked)
                .containsExactly(List.of("export"), List.of("export"), List.of("replace", "anna", "prefix\u00e4"));
        new Rest("supervisor")
                .send("PUT", "/admin/tariffs", "x", "text/csv", "application/json")
                .refuses(403, "forbidden");
    }

    @Test
    void tariffWithoutPrice_isInvalid() {
        rest.send("POST", "/admin/tariffs", "{\"prefix\":\"+358\",\"name\":\"x\",\"pricePerMinute\":1}")
                .refuses(422, "invalid");
        rest.send("POST", "/admin/tariffs", "{\"prefix\":\"+358\",\"name\":\"x\",\"pricePerMinute\":\"1\"}")
                .refuses(400, "malformed");
    }

    @Test
    void policyAndSettings_arePassedOn() {
        rest.send("PUT", "/admin/policies/agent", "{\"classes\":[\"MOBILE\"],\"version\":2}");
        rest.send("PUT", "/admin/settings/ring-seconds", "{\"value\":25,\"version\":0}");
        rest.send("PUT", "/admin/settings/blind-fallback", "{\"value\":\"recall\",\"version\":1}");
        assertThat(rest.send("DELETE", "/admin/settings/ring-seconds", null).status())
                .isEqualTo(200);
        assertThat(rest.admin.asked)
                .containsExactly(
                        List.of("policy", "anna", "agent", List.of("MOBILE"), 2L),
                        List.of("setting", "anna", "ring-seconds", "25", 0L),
                        List.of("setting", "anna", "blind-fallback", "recall", 1L),
                        List.of("reset", "anna", "ring-seconds"));
    }

    @Test
    void setting_isANumberOrAText() {
        JsonArray all = rest.get("/admin/settings").json().asJsonArray();
        assertThat(all.getJsonObject(0).getInt("value")).isEqualTo(25);
        assertThat(all.getJsonObject(0).getString("unit")).isEqualTo("SECONDS");
        assertThat(all.getJsonObject(1).getString("value")).isEqualTo("queue");
        assertThat(all.getJsonObject(1).getJsonArray("choices")).hasSize(3);
        assertThat(all.getJsonObject(1).isNull("most")).isTrue();
    }

    @Test
    void bill_isForSupervisorsToo_alsoAsAFile() {
        Rest supervisor = new Rest("supervisor");
        JsonObject bill =
                supervisor.get("/reports/billing?month=2026-11").json().asJsonObject();
        assertThat(bill.keySet()).isEqualTo(properties("Bill"));
        assertThat(bill.getJsonArray("lines").getJsonObject(0).keySet()).isEqualTo(properties("BillLine"));
        assertThat(bill.getJsonNumber("total").bigDecimalValue()).isEqualTo("0.1853");
        assertThat(supervisor.get("/reports/billing?month=2026-11&format=csv").body())
                .isEqualTo("month,agent,inbound,class,transfers,seconds,cost\r\n"
                        + "2026-11,anna,0201234500,SERVICE,2,90,0.1753\r\n"
                        + "2026-11,bertta,,,1,1,0.01\r\n");
        supervisor.get("/reports/billing?month=11").refuses(400, "malformed");
        supervisor.get("/reports/billing").refuses(400, "malformed");
        new Rest("agent").get("/reports/billing?month=2026-11").refuses(403, "forbidden");
    }

    @Test
    void directoryFile_isPassedOnAsItIs() {
        JsonObject counts =
                rest.send("PUT", "/admin/directory", "{\"agents\": [] }").json().asJsonObject();
        assertThat(counts.getInt("created")).isEqualTo(2);
        assertThat(counts.getInt("changed")).isEqualTo(1);
        assertThat(rest.get("/admin/directory").json()).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
        assertThat(rest.admin.asked).containsExactly(List.of("import", "anna", "{\"agents\": [] }"), List.of("export"));
    }

    @Test
    void whatIsInvalid_isToldFieldByField() {
        JsonObject problem = Problem.of(Refused.invalid(List.of(
                        new FieldError("name", "required", "A name is wanted."),
                        new FieldError("extension", "taken", "It is somebody's."))))
                .json();
        assertThat(problem.getInt("status")).isEqualTo(422);
        JsonObject second = problem.getJsonArray("errors").getJsonObject(1);
        assertThat(second.keySet()).isEqualTo(properties("FieldError"));
        assertThat(second.getString("code")).isEqualTo("taken");
    }

    private Set<String> properties(String schema) {
        return document.properties(document.map("components", "schemas", schema));
    }
}
