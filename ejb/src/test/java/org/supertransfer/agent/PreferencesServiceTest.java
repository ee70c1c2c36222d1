package org.supertransfer.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.store.TestDatabase;

class PreferencesServiceTest {
    private final TestDatabase database = TestDatabase.current();

    @BeforeEach
    void begin() {
        database.clear();
        AgentProfile anna = new AgentProfile("anna", "Anna", "1201", null, null, "fi", Set.of(Role.AGENT), null);
        new TransactedAgentRows().put(anna, "anna", true);
    }

    @AfterEach
    void end() {
        database.clear();
    }

    @Test
    void nothingChosen_isAnEmptyObject() {
        assertThat(kept()).isEqualTo("{}");
    }

    @Test
    void document_isKeptAndReplacedWhole() {
        keep("anna", "{\"theme\":\"dark\"}");
        keep("anna", "{\"sounds\":true}");
        assertThat(kept()).isEqualTo("{\"sounds\":true}");
    }

    @Test
    void stranger_keepsNothing() {
        assertThatThrownBy(() -> keep("nobody", "{}"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NOT_FOUND));
    }

    @Test
    void tooLongDocument_isMalformed() {
        String document = "{\"note\":\"" + "x".repeat(16_384) + "\"}";
        assertThatThrownBy(() -> keep("anna", document))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.MALFORMED));
        assertThat(kept()).isEqualTo("{}");
    }

    private String kept() {
        return ask(service -> service.of("anna"));
    }

    private void keep(String username, String document) {
        ask(service -> {
            service.keep(username, document);
            return true;
        });
    }

    private <T> T ask(Function<PreferencesService, T> question) {
        return database.in(rows -> {
            PreferencesService service = new PreferencesService();
            service.rows = rows;
            return question.apply(service);
        });
    }
}
