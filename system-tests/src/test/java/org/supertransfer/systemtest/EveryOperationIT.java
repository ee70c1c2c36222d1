package org.supertransfer.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.supertransfer.phones.Behaviour;

/** Who may not do what: every operation that there is, each in every wrong way. New ones are in by being documented. */
@ExtendWith(ServerExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class EveryOperationIT {
    private static final List<String> NOTHING = List.of();
    private static final List<String> JSON = List.of("Content-Type", "application/json");
    private static final List<String> TEXT = List.of("Content-Type", "text/plain");
    private static final List<String> FORM = List.of("Content-Type", "application/x-www-form-urlencoded");
    private static final List<String> HEADER = List.of("X-Requested-With", "test");

    private final Stage stage;
    private final Http http;
    private final String name;
    private final List<String> cookie;
    private @Nullable Desk owner;
    private @Nullable String callId;
    private @Nullable String transferId;

    EveryOperationIT(Stage stage) {
        this.stage = stage;
        this.http = new Http(stage.http());
        this.name = stage.nextAgent().username();
        this.cookie = http.cookie(name);
    }

    @AfterAll
    void close() {
        if (owner != null) {
            owner.close();
        }
    }

    @Test
    void document_isRead() {
        assertThat(Operation.all()).hasSizeGreaterThan(40);
        assertThat(of(Operation::takesJson)).hasSizeGreaterThan(10);
        assertThat(of(each -> !each.roles().isEmpty())).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("all")
    void withoutLogIn_is401(Operation operation) {
        if (!operation.isLogIn()) {
            refused(operation, "401 not-logged-in", JSON);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void withAForeignOrigin_is403(Operation operation) {
        List<String> foreign = List.of("Origin", "http://evil.example");
        refused(operation, "403 foreign-origin", and(cookie, and(JSON, and(HEADER, foreign))));
        refused(operation, "403 foreign-origin", and(JSON, foreign));
    }

    @ParameterizedTest
    @MethodSource("changing")
    void changeByCookieAlone_is403_aFormToo(Operation operation) {
        refused(operation, "403 header-missing", and(cookie, JSON));
        refused(operation, "403 header-missing", and(cookie, FORM));
    }

    @ParameterizedTest
    @MethodSource("withJson")
    void whatIsNotJson_is415(Operation operation) {
        refused(operation, "415 unsupported-media-type", and(Http.basic(name, name), TEXT));
        refused(operation, "415 unsupported-media-type", and(Http.basic(name, name), FORM));
    }

    @ParameterizedTest
    @MethodSource("byRole")
    void withTheWrongRole_is403(Operation operation, String username) {
        List<String> type = List.of("Content-Type", operation.type());
        refused(operation, "403 forbidden", and(Http.basic(username, username), type));
    }

    @ParameterizedTest
    @MethodSource("ofOneCall")
    void foreignAgentsCall_isNotThere(Operation operation) {
        String address = operation.address(ownersCall());
        assertThat(Http.code(send(operation, address, "{}", and(Http.basic(name, name), JSON))))
                .isEqualTo("404 not-found");
        assertThat(owner().connected().path("state").asText()).isEqualTo("CONNECTED");
    }

    @ParameterizedTest
    @MethodSource("ofOneTransfer")
    void foreignAgentsTransfer_isNotThere(Operation operation) {
        String address = operation.address(ownersTransfer());
        assertThat(Http.code(send(operation, address, "{\"version\":1}", and(Http.basic(name, name), JSON))))
                .isEqualTo("404 not-found");
    }

    @Test
    void orderForAForeignAgentsCall_isNotThere() {
        String order = "{\"callId\":\"" + ownersCall()
                + "\",\"method\":\"BLIND\",\"target\":{\"type\":\"USER\",\"id\":\"1301\"}}";
        HttpResponse<String> answer = http.send(
                "PUT", "/api/transfers/5b0f7a52-7c5f-4f0e-8f35-0c8d3b1f9a11", order, and(Http.basic(name, name), JSON));
        assertThat(Http.code(answer)).isEqualTo("404 not-found");
    }

    static Stream<Operation> all() {
        return Operation.all().stream();
    }

    static Stream<Operation> changing() {
        return of(Operation::changes).stream();
    }

    static Stream<Operation> withJson() {
        return of(each -> each.takesJson() && !each.isLogIn()).stream();
    }

    /** The supervisor of the stage is no admin. */
    Stream<Arguments> byRole() {
        return Stream.of(name, Stage.SUPERVISOR).flatMap(username -> of(each -> !each.roles()
                                .isEmpty()
                        && !(username.equals(Stage.SUPERVISOR) && each.roles().contains("supervisor")))
                .stream()
                .map(operation -> arguments(operation, username)));
    }

    static Stream<Operation> ofOneCall() {
        return of(each -> each.path().startsWith("/calls/{id}")).stream();
    }

    static Stream<Operation> ofOneTransfer() {
        return of(each -> each.path().startsWith("/transfers/{id}")
                        && !each.method().equals("PUT")
                        && each.roles().isEmpty())
                .stream();
    }

    private static List<Operation> of(Predicate<Operation> kind) {
        return all().filter(kind).toList();
    }

    private void refused(Operation operation, String code, List<String> headers) {
        HttpResponse<String> answer = send(operation, operation.address(), "{}", headers);
        assertThat(Http.code(answer)).isEqualTo(code);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    private HttpResponse<String> send(Operation operation, String address, String body, List<String> headers) {
        return http.send(operation.method(), address, operation.changes() ? body : null, headers);
    }

    private Desk owner() {
        if (owner == null) {
            owner = stage.desk();
        }
        return owner;
    }

    /** Made when it is first wanted, and left standing. */
    private String ownersCall() {
        if (callId == null) {
            callId = owner().answersCallFrom(stage.customer()).callId();
        }
        return callId;
    }

    /** One that has ended, and is still found by its transferor. */
    private String ownersTransfer() {
        if (transferId == null) {
            String busy = stage.target(Behaviour.busy()).user();
            Map<String, String> target = Map.of("type", "NUMBER", "number", busy);
            String id = owner().transfers(ownersCall(), "ATTENDED", false, target);
            owner().transfer(id, "RETURNED");
            transferId = id;
        }
        return transferId;
    }

    private static List<String> and(List<String> some, List<String> more) {
        List<String> both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }
}
