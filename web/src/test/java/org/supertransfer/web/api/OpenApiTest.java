package org.supertransfer.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supertransfer.agent.Availability;
import org.supertransfer.call.CallState;
import org.supertransfer.call.CallView;
import org.supertransfer.number.NumberClass;
import org.supertransfer.problem.Refusal;
import org.supertransfer.transfer.TransferState;
import org.supertransfer.web.problem.EdgeRefusal;

/** The document says what the code does, no more and no less. */
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final Yaml document = Yaml.document("openapi.yaml");
    private final Rest rest = new Rest("agent", "supervisor", "admin");

    @Test
    void everyCall_isDescribed_andNoOther() {
        assertThat(described()).isEqualTo(built()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @CsvSource({
        "/me, LoggedIn",
        "/numbers/0600123123, Number",
        "/transfers/" + Samples.ID + ", TransferDetail",
        "/transfers, History",
        "/calls, Call",
        "/board, Board",
        "/board/calls, CallLine",
        "/board/calls/c1, Fate",
        "'/reports/success?by=target&from=2026-11-22T10:00:00Z&to=2026-11-23T10:00:00Z', Success",
        "/targets?type=INBOUND, Target"
    })
    void answer_hasTheFieldsOfItsSchema(String path, String schema) {
        for (JsonObject item : items(path)) {
            assertThat(item.keySet()).isEqualTo(properties(schema));
        }
    }

    @Test
    void innerObjects_haveTheFieldsOfTheirSchemas() {
        JsonObject detail = rest.get("/transfers/" + Samples.ID).json().asJsonObject();
        assertThat(detail.getJsonArray("timeline").getJsonObject(0).keySet()).isEqualTo(properties("Moment"));
        assertThat(detail.getJsonObject("target").keySet())
                .isEqualTo(
                        document.properties(document.map("components", "schemas", "Transfer", "properties", "target")));
        JsonObject page = rest.get("/transfers").json().asJsonObject();
        assertThat(page.getJsonArray("transfers").getJsonObject(0).keySet()).isEqualTo(properties("Transfer"));
        JsonObject target =
                rest.get("/targets?type=INBOUND").json().asJsonArray().getJsonObject(0);
        assertThat(target.getJsonObject("answered").keySet()).isEqualTo(properties("Answered"));
        JsonObject call = rest.get("/calls").json().asJsonArray().getJsonObject(0);
        assertThat(call.getJsonObject("party").keySet()).isEqualTo(properties("Party"));
        assertThat(call.getJsonObject("inbound").keySet()).isEqualTo(properties("Party"));
        assertThat(call.getJsonObject("handover").keySet()).isEqualTo(properties("Handover"));
        assertThat(call.getJsonObject("handover").getJsonObject("by").keySet())
                .isEqualTo(document.properties(document.map("components", "schemas", "Handover", "properties", "by")));
    }

    @Test
    void innerObjectsOfTheSupervisors_haveTheFieldsOfTheirSchemas() {
        JsonObject board = rest.get("/board").json().asJsonObject();
        assertThat(first(board, "transfers").keySet()).isEqualTo(properties("TransferInFlight"));
        assertThat(first(board, "queues").keySet()).isEqualTo(properties("Queue"));
        assertThat(first(board, "agents").keySet()).isEqualTo(properties("AgentLine"));
        assertThat(board.getJsonObject("today").keySet()).isEqualTo(properties("Today"));
        JsonObject fate = rest.get("/board/calls/c1").json().asJsonObject();
        assertThat(first(fate, "legs").keySet()).isEqualTo(properties("LegLine"));
        assertThat(first(fate, "moves").keySet()).isEqualTo(properties("CallMove"));
        assertThat(first(fate, "transfers").keySet()).isEqualTo(properties("TransferFate"));
        JsonObject success = rest.get("/reports/success?by=target&from=2026-11-22T10:00:00Z&to=2026-11-23T10:00:00Z")
                .json()
                .asJsonObject();
        assertThat(first(success, "lines").keySet()).isEqualTo(properties("SuccessLine"));
        assertThat(success.getJsonObject("total").keySet()).isEqualTo(properties("SuccessCounts"));
    }

    private static JsonObject first(JsonObject of, String items) {
        return of.getJsonArray(items).getJsonObject(0);
    }

    @Test
    void valuesThatAreMissing_areNull() {
        JsonObject call = rest.get("/calls").json().asJsonArray().getJsonObject(1);
        assertThat(call.isNull("inbound")).isTrue();
        assertThat(call.isNull("transferId")).isTrue();
        assertThat(call.getString("since")).isEqualTo("2026-11-22T10:00:00.123Z");
    }

    @Test
    void enumerations_areComplete() {
        schemaHas("Availability", Availability.values());
        schemaHas("CallState", CallState.values());
        assertThat(document.constants("components", "schemas", "Number", "properties", "class"))
                .containsExactlyElementsOf(names(NumberClass.values()).toList());
        assertThat(document.constants("components", "schemas", "Call", "properties", "state"))
                .containsExactlyElementsOf(names(CallView.State.values()).toList());
        assertThat(document.constants("components", "schemas", "Transfer", "properties", "state"))
                .containsExactlyElementsOf(names(TransferState.values()).toList());
        schemaHas(
                "Outcome",
                Arrays.stream(TransferState.values())
                        .filter(TransferState::isEnding)
                        .toArray(TransferState[]::new));
    }

    @Test
    void problemCodes_areComplete() {
        Stream<String> codes = Stream.concat(
                Arrays.stream(Refusal.values()).map(Refusal::code),
                Arrays.stream(EdgeRefusal.values()).map(EdgeRefusal::code));
        assertThat(document.constants("components", "schemas", "Problem", "properties", "code"))
                .containsExactlyInAnyOrderElementsOf(codes.toList());
    }

    @Test
    void document_isServed_whateverIsAccepted() {
        for (String accept : new String[] {"application/json", "*/*", "application/yaml"}) {
            Rest.Answer answer = rest.send("GET", "/openapi", null, "", accept);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.mediaType()).startsWith("application/yaml");
            assertThat(answer.body()).startsWith("openapi: 3.1");
        }
        assertThat(rest.get("/asyncapi").body()).startsWith("asyncapi: 3.0");
    }

    private Set<String> described() {
        Set<String> calls = new TreeSet<>();
        for (Map.Entry<String, Object> path : document.map("paths").entrySet()) {
            document.map("paths", path.getKey()).keySet().stream()
                    .filter(METHODS::contains)
                    .forEach(method -> calls.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey()));
        }
        return calls;
    }

    private static Set<String> built() {
        return Rest.resources().stream()
                .flatMap(type -> Arrays.stream(type.getMethods()).flatMap(method -> call(type, method)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> call(Class<?> type, Method method) {
        Path own = method.getAnnotation(Path.class);
        String path = type.getAnnotation(Path.class).value() + (own == null ? "" : own.value());
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(annotation -> annotation.isAnnotationPresent(HttpMethod.class))
                .map(annotation -> annotation.getAnnotation(HttpMethod.class).value() + " " + plain(path));
    }

    private static String plain(String path) {
        return path.replace("//", "/").replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }

    private Iterable<JsonObject> items(String path) {
        return rest.get(path).json() instanceof JsonArray array
                ? array.getValuesAs(JsonObject.class)
                : Set.of(rest.get(path).json().asJsonObject());
    }

    private Set<String> properties(String schema) {
        return document.properties(document.map("components", "schemas", schema));
    }

    private void schemaHas(String schema, Enum<?>[] constants) {
        assertThat(document.constants("components", "schemas", schema))
                .containsExactlyElementsOf(names(constants).toList());
    }

    private static Stream<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name);
    }
}
