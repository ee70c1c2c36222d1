package org.supertransfer.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.store.TestDatabase;

/** Which password counts: the directory file's, or the one that somebody chose since. */
class PasswordRowsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final TestDatabase database = TestDatabase.current();
    private final AgentRows rows = new TransactedAgentRows();

    @BeforeEach
    void begin() {
        database.clear();
        imported("from-the-file");
    }

    @AfterEach
    void end() {
        database.clear();
    }

    @Test
    void importedPassword_counts() {
        assertThat(rows.isPassword("anna", "from-the-file")).isTrue();
        assertThat(rows.isPassword("anna", "another")).isFalse();
        assertThat(rows.isPassword("nobody", "from-the-file")).isFalse();
    }

    @Test
    void longerThanAnyPasswordCanBe_isNobodys() {
        assertThat(rows.isPassword("anna", "p".repeat(100))).isFalse();
        assertThat(rows.knowsPassword("anna", "ä".repeat(50))).isFalse();
    }

    @Test
    void chosenPassword_outlivesTheNextImport() {
        chosen("of-my-own");
        imported("from-the-file");
        assertThat(rows.isPassword("anna", "of-my-own")).isTrue();
        assertThat(rows.isPassword("anna", "from-the-file")).isFalse();
    }

    @Test
    void chosenTwice_outlivesTheNextImport() {
        chosen("of-my-own");
        chosen("and-another");
        imported("from-the-file");
        assertThat(rows.isPassword("anna", "and-another")).isTrue();
    }

    @Test
    void newPasswordInTheFile_takesTheChosenOnesPlace() {
        chosen("of-my-own");
        imported("new-in-the-file");
        assertThat(rows.isPassword("anna", "new-in-the-file")).isTrue();
        chosen("of-my-own");
        imported("new-in-the-file");
        assertThat(rows.isPassword("anna", "of-my-own")).isTrue();
    }

    @Test
    void logIns_areVoidFromTheMomentKept() {
        assertThat(rows.logInsSince()).isEmpty();
        rows.logInsSince("anna", NOW);
        assertThat(rows.logInsSince()).containsOnlyKeys("anna").containsEntry("anna", NOW);
    }

    private void imported(String password) {
        rows.put(new AgentProfile("anna", "Anna", "1201", null, null, "fi", Set.of(Role.AGENT), null), password, true);
    }

    private void chosen(String password) {
        rows.changePassword("anna", PasswordHash.of(password, true));
    }
}
