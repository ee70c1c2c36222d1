package org.supertransfer.agent;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.admin.AgentAdminService;
import org.supertransfer.admin.AgentForm;
import org.supertransfer.audit.AuditAction;
import org.supertransfer.audit.AuditQuery;
import org.supertransfer.audit.AuditService;
import org.supertransfer.call.ContactCentreTest;

/** What is told of agents when admins change them. */
class AgentsTest extends ContactCentreTest {
    private static final String BY = "aatu";

    AgentsTest() {
        super(Heard.class);
    }

    @BeforeEach
    void listen() {
        heard().clear();
    }

    @Test
    void nothingHasChanged_nothingIsTold() {
        agents().refresh(List.of("alice", "carol", "dave"));
        assertThat(heard()).isEmpty();
    }

    @Test
    void anotherExtension_isNoNewsOfPresence() {
        admin().change(BY, form("alice", "Alice", "1201", 0));
        heard().clear();
        admin().change(BY, form("alice", "Alice", "1209", 1));
        assertThat(heard()).isEmpty();
    }

    @Test
    void anotherName_isToldAsNewerThanTheOneBefore() {
        long before = presence("alice").version();
        admin().change(BY, form("alice", "Alice A", "1201", 0));
        assertThat(heard()).singleElement().satisfies(told -> {
            assertThat(told.name()).isEqualTo("Alice A");
            assertThat(told.version()).isGreaterThan(before);
        });
    }

    @Test
    void newAgent_isTold() {
        admin().create(BY, form("erkki", "Erkki", "1205", 0));
        assertThat(heard()).extracting(PresenceChanged::username).containsExactly("erkki");
    }

    @Test
    void deletedAndMadeAgain_isNewerThanBefore() {
        centre.available("alice");
        long before = presence("alice").version();
        admin().delete(BY, "alice");
        admin().create(BY, form("alice", "Alice", "1201", 0));
        assertThat(presence("alice").version()).isGreaterThan(before);
    }

    @Test
    void startedAgain_isNewerThanBefore() {
        long before = presence("alice").version();
        agents().load(false);
        centre.registered("alice", 1);
        assertThat(presence("alice").version()).isGreaterThan(before);
    }

    @Test
    void rolesOfAProvider_takeThePlaceOfThoseKept_withOneLineInTheAudit() {
        agents().grant("alice", Set.of(Role.SUPERVISOR));
        agents().grant("alice", Set.of(Role.SUPERVISOR));
        assertThat(centre.get(AgentRows.class).card("alice").orElseThrow().roles())
                .containsExactly("supervisor");
        AuditQuery alice = new AuditQuery("provider", "agent", "alice", 0);
        assertThat(centre.get(AuditService.class).page(alice).changes())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.action()).isEqualTo(AuditAction.CHANGED);
                    assertThat(line.before()).contains("\"roles\":[\"agent\"]");
                    assertThat(line.after()).contains("\"roles\":[\"supervisor\"]");
                });
    }

    private PresenceChanged presence(String username) {
        return agents().presence().stream()
                .filter(each -> each.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    private Agents agents() {
        return centre.get(Agents.class);
    }

    private AgentAdminService admin() {
        return centre.get(AgentAdminService.class);
    }

    private List<PresenceChanged> heard() {
        return centre.get(Heard.class).presence();
    }

    private static AgentForm form(String username, String name, String extension, long version) {
        AgentCard card = new AgentCard(username, name, extension, null, List.of("agent"), "fi", null, false, version);
        return new AgentForm(card, "long enough", "phone-secret");
    }

    @ApplicationScoped
    static class Heard {
        private final List<PresenceChanged> presence = new CopyOnWriteArrayList<>();

        void presence(@Observes PresenceChanged change) {
            presence.add(change);
        }

        List<PresenceChanged> presence() {
            return presence;
        }
    }
}
