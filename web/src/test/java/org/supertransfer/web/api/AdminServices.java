package org.supertransfer.web.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.supertransfer.admin.AgentAdminService;
import org.supertransfer.admin.AgentForm;
import org.supertransfer.admin.InboundAdminService;
import org.supertransfer.admin.TeamAdminService;
import org.supertransfer.admin.UserAdminService;
import org.supertransfer.agent.AgentCard;
import org.supertransfer.agent.TeamCard;
import org.supertransfer.audit.AuditAction;
import org.supertransfer.audit.AuditQuery;
import org.supertransfer.audit.AuditService;
import org.supertransfer.audit.AuditView;
import org.supertransfer.directory.UserCard;
import org.supertransfer.inbound.InboundCard;

/** The admins' front doors with nothing behind them: what is kept comes back, and each call is noted. */
final class AdminServices {
    static final AgentCard AGENT =
            new AgentCard("anna", "Anna", "1201", null, List.of("agent"), "fi", "Laskut", true, 4);
    static final UserCard USER = new UserCard("1301", "Ulla", "sip:1301@127.0.0.1:7301", 2);
    static final InboundCard INBOUND = new InboundCard("0201234500", "Laskutus", List.of("anna"), 1);
    static final TeamCard TEAM = new TeamCard("Laskut", List.of("anna"), 3);

    final List<Object> asked = new ArrayList<>();

    private <T> T answer(T sample, Object... question) {
        asked.add(List.of(question));
        return sample;
    }

    final AgentAdminService agents = new AgentAdminService() {
        @Override
        public List<AgentCard> all() {
            return answer(List.of(AGENT), "agents");
        }

        @Override
        public AgentCard create(String by, AgentForm form) {
            return answer(form.card(), "create", by, form);
        }

        @Override
        public AgentCard change(String by, AgentForm form) {
            return answer(form.card(), "change", by, form);
        }

        @Override
        public void delete(String by, String username) {
            answer("", "delete", by, username);
        }
    };

    final UserAdminService users = new UserAdminService() {
        @Override
        public List<UserCard> all() {
            return answer(List.of(USER), "users");
        }

        @Override
        public UserCard create(String by, UserCard card) {
            return answer(card, "create", by, card);
        }

        @Override
        public UserCard change(String by, UserCard card) {
            return answer(card, "change", by, card);
        }

        @Override
        public void delete(String by, String number) {
            answer("", "delete", by, number);
        }
    };

    final InboundAdminService inbound = new InboundAdminService() {
        @Override
        public List<InboundCard> all() {
            return answer(List.of(INBOUND), "inbound");
        }

        @Override
        public InboundCard create(String by, InboundCard card) {
            return answer(card, "create", by, card);
        }

        @Override
        public InboundCard change(String by, InboundCard card) {
            return answer(card, "change", by, card);
        }

        @Override
        public void delete(String by, String number) {
            answer("", "delete", by, number);
        }
    };

    final TeamAdminService teams = new TeamAdminService() {
        @Override
        public List<TeamCard> all() {
            return answer(List.of(TEAM), "teams");
        }

        @Override
        public TeamCard create(String by, TeamCard card) {
            return answer(card, "create", by, card);
        }

        @Override
        public TeamCard change(String by, TeamCard card) {
            return answer(card, "change", by, card);
        }

        @Override
        public void delete(String by, String name) {
            answer("", "delete", by, name);
        }
    };

    final AuditService audit = new AuditService() {
        @Override
        public AuditView.Page page(AuditQuery query) {
            AuditView line = new AuditView(
                    Instant.EPOCH,
                    "aatu",
                    AuditAction.CREATED,
                    "agent",
                    "anna",
                    null,
                    AGENT.json().toString());
            return answer(new AuditView.Page(List.of(line), query.page(), 51), "audit", query);
        }
    };

    List<Object> all() {
        return List.of(agents, users, inbound, teams, audit);
    }
}
