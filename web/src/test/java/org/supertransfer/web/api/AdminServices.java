package org.supertransfer.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.supertransfer.admin.AgentAdminService;
import org.supertransfer.admin.AgentForm;
import org.supertransfer.admin.DirectoryAdminService;
import org.supertransfer.admin.InboundAdminService;
import org.supertransfer.admin.LineService;
import org.supertransfer.admin.PolicyAdminService;
import org.supertransfer.admin.SettingAdminService;
import org.supertransfer.admin.SettingCard;
import org.supertransfer.admin.TeamAdminService;
import org.supertransfer.admin.UserAdminService;
import org.supertransfer.agent.AgentCard;
import org.supertransfer.agent.Role;
import org.supertransfer.agent.TeamCard;
import org.supertransfer.audit.AuditAction;
import org.supertransfer.audit.AuditQuery;
import org.supertransfer.audit.AuditService;
import org.supertransfer.audit.AuditView;
import org.supertransfer.billing.BillingReport;
import org.supertransfer.billing.BillingService;
import org.supertransfer.billing.TariffCard;
import org.supertransfer.billing.TariffService;
import org.supertransfer.directory.UserCard;
import org.supertransfer.inbound.InboundCard;
import org.supertransfer.number.NumberClass;
import org.supertransfer.number.PolicyCard;
import org.supertransfer.settings.LiveSettings;
import org.supertransfer.settings.Tunable;

/** The admins' front doors with nothing behind them: what is kept comes back, and each call is noted. */
final class AdminServices {
    static final AgentCard AGENT =
            new AgentCard("anna", "Anna", "1201", null, List.of("agent"), "fi", "Laskut", true, 4);
    static final UserCard USER = new UserCard("1301", "Ulla", "sip:1301@127.0.0.1:7301", 2);
    static final InboundCard INBOUND = new InboundCard("0201234500", "Laskutus", List.of("anna"), 1);
    static final TeamCard TEAM = new TeamCard("Laskut", List.of("anna"), 3);

    static final TariffCard TARIFF = new TariffCard("+358300", "Service", new BigDecimal("0.0835"), BigDecimal.ZERO, 2);
    static final PolicyCard POLICY = new PolicyCard(Role.AGENT, List.of(NumberClass.MOBILE, NumberClass.EMERGENCY), 1);
    static final SettingCard RING = new SettingCard(Tunable.RING_SECONDS, "25", LiveSettings.Source.ADMIN, 99, 3);
    static final SettingCard FALLBACK =
            new SettingCard(Tunable.BLIND_FALLBACK, "queue", LiveSettings.Source.DEFAULT, 0, 0);

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

    final TariffService tariffs = new TariffService() {
        @Override
        public List<TariffCard> all() {
            return answer(List.of(TARIFF), "tariffs");
        }

        @Override
        public TariffCard create(String by, TariffCard card) {
            return answer(card, "create", by, card);
        }

        @Override
        public TariffCard change(String by, TariffCard card) {
            return answer(card, "change", by, card);
        }

        @Override
        public void delete(String by, String prefix) {
            answer("", "delete", by, prefix);
        }

        @Override
        public String export() {
            return answer("prefix,name\r\n", "export");
        }

        @Override
        public List<TariffCard> replace(String by, String csv) {
            return answer(List.of(TARIFF), "replace", by, csv);
        }
    };

    final PolicyAdminService policies = new PolicyAdminService() {
        @Override
        public List<PolicyCard> all() {
            return answer(List.of(POLICY), "policies");
        }

        @Override
        public PolicyCard change(String by, String role, List<String> classes, long version) {
            return answer(POLICY, "policy", by, role, classes, version);
        }
    };

    final SettingAdminService settings = new SettingAdminService() {
        @Override
        public List<SettingCard> all() {
            return answer(List.of(RING, FALLBACK), "settings");
        }

        @Override
        public SettingCard change(String by, String key, String value, long version) {
            return answer(RING, "setting", by, key, value, version);
        }

        @Override
        public SettingCard reset(String by, String key) {
            return answer(RING, "reset", by, key);
        }
    };

    final LineService lines = new LineService() {
        @Override
        public List<TrunkView> trunks() {
            return answer(List.of(new TrunkView("10.0.0.1:5060/udp", "UNKNOWN", null, false)), "trunks");
        }

        @Override
        public List<PhoneView> phones() {
            return answer(List.of(new PhoneView("anna", "1201", "sip:anna@10.0.0.9", Instant.EPOCH)), "phones");
        }
    };

    final DirectoryAdminService directory = new DirectoryAdminService() {
        @Override
        public JsonObject export() {
            return answer(JsonValue.EMPTY_JSON_OBJECT, "export");
        }

        @Override
        public Imported replace(String by, String text) {
            return answer(new Imported(2, 1), "import", by, text);
        }
    };

    final BillingService billing = new BillingService() {
        @Override
        public BillingReport month(YearMonth month) {
            return answer(
                    new BillingReport(
                            month,
                            ZoneId.of("Europe/Helsinki"),
                            List.of(
                                    new BillingReport.Line(
                                            "anna", "0201234500", "SERVICE", 2, 90, new BigDecimal("0.1753")),
                                    new BillingReport.Line("bertta", null, null, 1, 1, new BigDecimal("0.01")))),
                    "billing",
                    month);
        }
    };

    List<Object> all() {
        return List.of(agents, users, inbound, teams, audit, tariffs, policies, settings, lines, directory, billing);
    }
}
