package org.supertransfer.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supertransfer.agent.AgentCard;
import org.supertransfer.agent.AgentService;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.agent.TeamCard;
import org.supertransfer.audit.AuditAction;
import org.supertransfer.audit.AuditQuery;
import org.supertransfer.audit.AuditService;
import org.supertransfer.audit.AuditView;
import org.supertransfer.call.ContactCentre;
import org.supertransfer.call.ContactCentreTest;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.directory.DirectoryService;
import org.supertransfer.directory.TargetType;
import org.supertransfer.directory.UserCard;
import org.supertransfer.inbound.InboundCard;
import org.supertransfer.inbound.InboundNumbers;
import org.supertransfer.number.NumberClass;
import org.supertransfer.number.NumberService;
import org.supertransfer.number.NumberView;
import org.supertransfer.number.PolicyCard;
import org.supertransfer.problem.FieldError;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.settings.LiveSettings;
import org.supertransfer.settings.Tunable;

/** What admins do, on real rows; by somebody who is no agent of the house, unless a test says otherwise. */
class AdminServicesTest extends ContactCentreTest {
    private static final String BY = "aatu";

    @Nested
    class AnAgent {
        @Test
        void new_isThereAtOnce_andItsPhoneMayRegister() {
            AgentCard made = agents().create(BY, form("erkki", "1205", List.of("agent"), 0));
            assertThat(made.hasSipPassword()).isTrue();
            assertThat(centre.wire().accounts()).anySatisfy(account -> {
                assertThat(account.username()).isEqualTo("erkki");
                assertThat(account.password()).isEqualTo("phone-secret");
            });
            centre.registered("erkki", 1);
            centre.available("erkki");
            assertThat(centre.availability("erkki")).isEqualTo(Availability.AVAILABLE);
        }

        @Test
        void new_isInTheAudit_withoutPasswords() {
            agents().create(BY, form("erkki", "1205", List.of("agent"), 0));
            AuditView line = audit("agent").get(0);
            assertThat(line.actor()).isEqualTo(BY);
            assertThat(line.action()).isEqualTo(AuditAction.CREATED);
            assertThat(line.id()).isEqualTo("erkki");
            assertThat(line.before()).isNull();
            assertThat(line.after())
                    .contains("\"extension\":\"1205\"", "\"passwordSet\":true")
                    .doesNotContain("long enough", "phone-secret");
        }

        @ParameterizedTest
        @CsvSource({
            "1202, taken, carol",
            "1301, taken, Ulla",
            "0201234500, taken, Service",
            "+358201234500, taken, Service",
            "112, emergency, nobody",
            "12 05, format, digits",
            "'', required, digits",
        })
        void extensionThatWillNotDo_isExplained(String extension, String code, String says) {
            FieldError error = onlyError(() -> agents().create(BY, form("erkki", extension, List.of("agent"), 0)));
            assertThat(error.field()).isEqualTo("extension");
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.detail()).contains(says);
        }

        @Test
        void everythingThatIsWrong_isToldAtOnce() {
            AgentCard card = new AgentCard("bad name", "", "1", "mailto:x", List.of("king"), "de", "nowhere", false, 0);
            assertThatThrownBy(() -> agents().create(BY, new AgentForm(card, "short", null)))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.errors())
                            .extracting(FieldError::field)
                            .containsExactly(
                                    "extension",
                                    "username",
                                    "name",
                                    "contact",
                                    "language",
                                    "roles",
                                    "password",
                                    "team"));
            assertThat(audit(null)).isEmpty();
        }

        @Test
        void usernameOfAnotherCase_isTaken() {
            assertThat(onlyError(() -> agents().create(BY, form("ALICE", "1205", List.of("agent"), 0)))
                            .code())
                    .isEqualTo("taken");
        }

        @Test
        void changedByTwo_isStaleForTheSecond() {
            agents().change(BY, form("alice", "1201", List.of("agent", "supervisor"), 0));
            assertThatThrownBy(() -> agents().change(BY, form("alice", "1209", List.of("agent"), 0)))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(Refusal.STALE));
        }

        @Test
        void languageThatAPersonChoseMeanwhile_isNotTakenBack() {
            centre.get(AgentService.class).setLanguage("alice", "sv");
            assertStale(() -> agents().change(BY, form("alice", "1209", List.of("agent"), 0)));
            assertThat(agents().all().get(0).language()).isEqualTo("sv");
        }

        @Test
        void newNameAndExtension_areKnownAtOnce() {
            agents().change(BY, form("alice", "1209", List.of("agent"), 0));
            assertThat(centre.get(Agents.class).byExtension("1209")).isPresent();
            assertThat(centre.get(Agents.class).byExtension("1201")).isEmpty();
        }

        @Test
        void fixedContact_makesReachable() {
            centre.registered("alice", 0);
            assertThat(centre.get(Agents.class).reachable("alice")).isFalse();
            AgentCard card = new AgentCard(
                    "alice", "Alice", "1201", "sip:1201@127.0.0.1:7777", List.of("agent"), "fi", null, true, 0);
            agents().change(BY, new AgentForm(card, null, null));
            assertThat(centre.get(Agents.class).reachable("alice")).isTrue();
        }

        @Test
        void deleted_isGoneEverywhere() {
            agents().delete(BY, "alice");
            assertThat(centre.get(Agents.class).profile("alice")).isEmpty();
            assertThat(centre.get(InboundNumbers.class)
                            .find(ContactCentre.SERVICE)
                            .orElseThrow()
                            .agents())
                    .containsExactly("dave");
            assertThat(centre.wire().accounts())
                    .noneMatch(account -> account.username().equals("alice"));
            assertThat(audit("agent").get(0).action()).isEqualTo(AuditAction.DELETED);
            assertThat(audit("inbound-number").get(0).after()).doesNotContain("alice");
        }

        @Test
        void onACall_isNotDeleted() {
            centre.talking();
            assertThatThrownBy(() -> agents().delete(BY, "alice"))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(Refusal.IN_USE));
            assertThat(centre.get(Agents.class).profile("alice")).isPresent();
        }

        @Test
        void ownAccountAndLastAdmin_stay() {
            agents().change(BY, form("alice", "1201", List.of("admin"), 0));
            assertThat(onlyError(() -> agents().delete(BY, "alice")).code()).isEqualTo("last-admin");
            assertThat(onlyError(() -> agents().change(BY, form("alice", "1201", List.of("agent"), 1)))
                            .code())
                    .isEqualTo("last-admin");
            agents().change(BY, form("carol", "1202", List.of("admin"), 0));
            assertThat(onlyError(() -> agents().delete("alice", "alice")).code())
                    .isEqualTo("own-account");
            assertThat(onlyError(() -> agents().change("alice", form("alice", "1201", List.of("agent"), 1)))
                            .code())
                    .isEqualTo("own-account");
        }
    }

    @Nested
    class Others {
        @Test
        void user_isATargetAtOnce_andGoneAtOnce() {
            UserCard made = users().create(BY, new UserCard("1305", "Uuno", "sip:1305@127.0.0.1:7305", 0));
            assertThat(targets(TargetType.USER)).contains("Uuno");
            users().change(BY, new UserCard("1305", "Uno", "sip:1305@127.0.0.1:7305", made.version()));
            assertThat(targets(TargetType.USER)).contains("Uno").doesNotContain("Uuno");
            users().delete(BY, "1305");
            assertThat(targets(TargetType.USER)).doesNotContain("Uno");
            assertThat(audit("user"))
                    .extracting(AuditView::action)
                    .containsExactly(AuditAction.DELETED, AuditAction.CHANGED, AuditAction.CREATED);
        }

        @Test
        void userWithoutSipAddress_isExplained() {
            assertThat(onlyError(() -> users().create(BY, new UserCard("1305", "Uuno", "1305@x", 0)))
                            .field())
                    .isEqualTo("contact");
        }

        @Test
        void waitingCaller_isOfferedToWhoIsAdded() {
            centre.available("carol");
            CallId call = centre.arrives(ContactCentre.SERVICE);
            InboundCard was = inbound().all().stream()
                    .filter(each -> each.number().equals(ContactCentre.SERVICE))
                    .findFirst()
                    .orElseThrow();
            assertThatThrownBy(() -> inbound().delete(BY, ContactCentre.SERVICE))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(Refusal.IN_USE));
            inbound().change(BY, new InboundCard(was.number(), was.name(), List.of("carol", "dave"), was.version()));
            centre.settle();
            assertThat(centre.wire().requestTo("carol").call()).isEqualTo(call);
        }

        @Test
        void unknownAgentOfANumber_isExplained() {
            FieldError error =
                    onlyError(() -> inbound().create(BY, new InboundCard("0201234509", "x", List.of("nobody"), 0)));
            assertThat(error.code()).isEqualTo("unknown");
            assertThat(error.detail()).contains("nobody");
        }

        @Test
        void team_isSearched_andKeptWhileItHasMembers() {
            TeamCard made = teams().create(BY, new TeamCard("Laskut", List.of("carol"), 0));
            assertThat(centre.get(DirectoryService.class).targets("alice", TargetType.AGENT, "lask"))
                    .extracting(target -> target.id())
                    .containsExactly("carol");
            assertThatThrownBy(() -> teams().delete(BY, "Laskut"))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(Refusal.IN_USE));
            teams().change(BY, new TeamCard("Laskut", List.of(), made.version()));
            assertThat(centre.get(Agents.class).profile("carol").orElseThrow().team())
                    .isNull();
            teams().delete(BY, "Laskut");
            assertThat(teams().all()).isEmpty();
        }

        @Test
        void teamThatLostAMember_isStaleForWhoStillSeesHim_andInTheAudit() {
            TeamCard seen = teams().create(BY, new TeamCard("Laskut", List.of("carol"), 0));
            TeamCard tuki = teams().create(BY, new TeamCard("Tuki", List.of(), 0));
            teams().change(BY, new TeamCard("Tuki", List.of("carol"), tuki.version()));
            assertStale(() -> teams().change(BY, new TeamCard("Laskut", List.of("carol", "dave"), seen.version())));
            assertThat(teams().all())
                    .extracting(TeamCard::name, TeamCard::members)
                    .containsExactly(tuple("Laskut", List.of()), tuple("Tuki", List.of("carol")));
            AuditView line = audit("team").stream()
                    .filter(each -> each.id().equals("Laskut"))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.action()).isEqualTo(AuditAction.CHANGED);
            assertThat(line.before()).contains("\"members\":[\"carol\"]");
            assertThat(line.after()).contains("\"members\":[]");
            assertThat(audit("agent").get(0).after()).contains("\"team\":\"Tuki\"");
        }

        @Test
        void teamThatAnAgentsFormChanges_isStaleForWhoStillSeesItAsItWas_andInTheAudit() {
            TeamCard laskut = teams().create(BY, new TeamCard("Laskut", List.of("carol"), 0));
            TeamCard tuki = teams().create(BY, new TeamCard("Tuki", List.of(), 0));
            agents().change("eeva", inTeam("carol", "1202", "Tuki"));
            assertStale(() -> teams().change(BY, new TeamCard("Laskut", List.of("carol"), laskut.version())));
            assertStale(() -> teams().change(BY, new TeamCard("Tuki", List.of("dave"), tuki.version())));
            assertThat(audit("team").subList(0, 2))
                    .extracting(AuditView::actor, AuditView::id)
                    .containsExactlyInAnyOrder(tuple("eeva", "Laskut"), tuple("eeva", "Tuki"));
        }

        @Test
        void teamOfANewAndOfADeletedAgent_isAnotherOne() {
            TeamCard empty = teams().create(BY, new TeamCard("Laskut", List.of(), 0));
            agents().create(BY, inTeam("erkki", "1205", "Laskut"));
            assertStale(() -> teams().change(BY, empty));
            TeamCard ofOne = teams().all().get(0);
            agents().delete(BY, "erkki");
            assertStale(() -> teams().change(BY, new TeamCard("Laskut", List.of("carol"), ofOne.version())));
            assertThat(audit("team")).hasSize(3);
        }

        private AgentForm inTeam(String username, String extension, String team) {
            long version = agents().all().stream()
                    .filter(each -> each.username().equals(username))
                    .mapToLong(AgentCard::version)
                    .sum();
            AgentCard card =
                    new AgentCard(username, username, extension, null, List.of("agent"), "fi", team, false, version);
            return new AgentForm(card, version == 0 ? "long enough" : null, null);
        }
    }

    @Nested
    class Choices {
        @Test
        void policy_isInForceAtOnce_andHelpCannotBeForbidden() {
            PolicyCard agents = policies().all().get(0);
            assertThat(look("0600123123").allowed()).isFalse();
            policies().change(BY, "agent", List.of("PREMIUM", "EMERGENCY"), agents.version());
            assertThat(look("0600123123").allowed()).isTrue();
            assertThat(look("0401000001").allowed()).isFalse();
            assertThat(audit("policy").get(0).after()).contains("PREMIUM");
            assertThat(onlyError(() -> policies().change(BY, "agent", List.of("PREMIUM"), agents.version() + 1))
                            .code())
                    .isEqualTo("emergency-needed");
            assertThat(onlyError(() -> policies()
                                    .change(BY, "agent", List.of("INVALID", "EMERGENCY"), agents.version() + 1))
                            .code())
                    .isEqualTo("unknown");
            policies()
                    .change(
                            BY,
                            "agent",
                            agents.classes().stream().map(NumberClass::name).toList(),
                            agents.version() + 1);
        }

        @Test
        void firstPolicies_areThoseOfTheSchema() {
            for (String number : List.of("0600123123", "0401000001", "112", "+46 8 123 456", "0300123123")) {
                boolean before = look(number).allowed();
                centre.get(Opening.class).open();
                assertThat(look(number).allowed()).as(number).isEqualTo(before);
            }
        }

        @Test
        void setting_isUsedByTheNextCall_andOutlivesARestart() {
            SettingCard ring = setting("ring-seconds");
            settings().change(BY, "ring-seconds", "3", ring.version());
            centre.available("alice");
            centre.arrives(ContactCentre.SERVICE);
            centre.pass(Duration.ofSeconds(3));
            assertThat(centre.wire().takeAsked()).contains("hangUp alice CANCELLED");

            centre.get(LiveSettings.class).choose(Tunable.RING_SECONDS, null);
            centre.get(Opening.class).open();
            assertThat(setting("ring-seconds").value()).isEqualTo("3");
            assertThat(settings().reset(BY, "ring-seconds").source()).isEqualTo(LiveSettings.Source.DEFAULT);
            assertThat(audit("setting"))
                    .extracting(AuditView::action)
                    .containsExactly(AuditAction.DELETED, AuditAction.CHANGED);
        }

        @Test
        void settingOutOfRange_isExplained_andChangedByTwoIsStale() {
            assertThat(onlyError(() -> settings().change(BY, "ring-seconds", "0", 0))
                            .detail())
                    .contains("1 to");
            settings().change(BY, "whom-to-ask", "Ask Sanna", 0);
            assertThat(look("0600123123").whomToAsk()).isEqualTo("Ask Sanna");
            assertThatThrownBy(() -> settings().change(BY, "whom-to-ask", "Ask Aatu", 0))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                            .isEqualTo(Refusal.STALE));
            settings().reset(BY, "whom-to-ask");
        }

        @ParameterizedTest
        @CsvSource({"ring-seconds, ''", "pull-back-seconds, '  '", "blind-fallback, ''"})
        void settingLeftEmpty_isExplained_andNotKept(String key, String nothing) {
            FieldError error = onlyError(() -> settings().change(BY, key, nothing, 0));
            assertThat(error.field()).isEqualTo("value");
            assertThat(error.code()).isEqualTo("required");
            assertThat(setting(key).source()).isEqualTo(LiveSettings.Source.DEFAULT);
            assertThat(audit("setting")).isEmpty();
        }

        @Test
        void whomToAsk_mayBeEmpty() {
            assertThat(settings().change(BY, "whom-to-ask", "", 0).value()).isEmpty();
            settings().reset(BY, "whom-to-ask");
        }

        private NumberView look(String number) {
            return centre.get(NumberService.class).look(new Caller("alice", Set.of(Role.AGENT)), number);
        }

        private SettingCard setting(String key) {
            return settings().all().stream()
                    .filter(card -> card.id().equals(key))
                    .findFirst()
                    .orElseThrow();
        }

        private PolicyAdminService policies() {
            return centre.get(PolicyAdminService.class);
        }

        private SettingAdminService settings() {
            return centre.get(SettingAdminService.class);
        }
    }

    private List<String> targets(TargetType type) {
        return centre.get(DirectoryService.class).targets("alice", type, null).stream()
                .map(target -> target.name())
                .toList();
    }

    private static FieldError onlyError(Runnable request) {
        try {
            request.run();
        } catch (Refused refused) {
            assertThat(refused.errors()).hasSize(1);
            return refused.errors().get(0);
        }
        throw new AssertionError("it was not refused");
    }

    private static void assertStale(Runnable request) {
        assertThatThrownBy(request::run).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.refusal())
                .isEqualTo(Refusal.STALE));
    }

    private List<AuditView> audit(@Nullable String subject) {
        return centre.get(AuditService.class)
                .page(new AuditQuery(null, subject, null, 0))
                .changes();
    }

    private AgentAdminService agents() {
        return centre.get(AgentAdminService.class);
    }

    private UserAdminService users() {
        return centre.get(UserAdminService.class);
    }

    private InboundAdminService inbound() {
        return centre.get(InboundAdminService.class);
    }

    private TeamAdminService teams() {
        return centre.get(TeamAdminService.class);
    }

    private static AgentForm form(String username, String extension, List<String> roles, long version) {
        AgentCard card = new AgentCard(username, username, extension, null, roles, "fi", null, false, version);
        return new AgentForm(card, "long enough", "phone-secret");
    }
}
