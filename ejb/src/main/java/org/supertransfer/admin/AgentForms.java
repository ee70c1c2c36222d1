package org.supertransfer.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.AgentCard;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.agent.AgentRows;
import org.supertransfer.agent.AgentService;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.Passwords;
import org.supertransfer.agent.Role;
import org.supertransfer.agent.Roles;
import org.supertransfer.directory.Spelling;
import org.supertransfer.directory.TargetType;
import org.supertransfer.problem.Findings;
import org.supertransfer.problem.Refused;

/** Whether an agent can be kept as a form has it. */
@ApplicationScoped
class AgentForms {
    private static final String ADMIN = "admin";
    private static final int LONGEST_SECRET = 128;

    @Inject
    private Agents agents;

    @Inject
    private AgentRows rows;

    @Inject
    private Whose whose;

    @Inject
    private Passwords passwords;

    /**
     * @param was null for a new one
     * @param by the username of the admin
     * @throws Refused INVALID
     */
    void check(@Nullable AgentCard was, AgentForm form, String by) {
        Findings findings = new Findings();
        AgentCard card = form.card();
        whose.check(findings, "extension", card.extension(), TargetType.AGENT, card.username());
        fields(findings, "", card);
        roles(findings, "roles", card.roles());
        username(findings, was, card);
        sipPassword(findings, "", form.sipPassword());
        password(findings, was, form.password());
        admin(findings, was, card, by);
        String team = card.team();
        findings.check(
                team == null
                        || rows.teams().stream().anyMatch(each -> each.name().equals(team)),
                "team",
                "unknown",
                "There is no such team.");
        findings.refuse();
    }

    /**
     * What an agent may be, whoever else there is.
     *
     * @param place what goes before the name of a field: nothing in a form, an agent's place in a file
     */
    static void fields(Findings findings, String place, AgentCard card) {
        Forms.like(findings, place + "username", card.username(), Spelling.USERNAME, Spelling.USERNAME_WANTED);
        Forms.name(findings, place + "name", card.name());
        String contact = card.contact();
        if (contact != null) {
            Forms.like(findings, place + "contact", contact, Spelling.CONTACT, Spelling.CONTACT_WANTED);
        }
        findings.check(
                AgentService.LANGUAGES.contains(card.language()),
                place + "language",
                "unknown",
                "fi, sv or en is wanted.");
    }

    /** @param secret null or empty when there is none */
    static void sipPassword(Findings findings, String place, @Nullable String secret) {
        findings.check(
                secret == null || secret.length() <= LONGEST_SECRET,
                place + "sipPassword",
                "too-long",
                "A password has at most 128 characters.");
    }

    static void roles(Findings findings, String field, List<String> roles) {
        findings.check(!roles.isEmpty(), field, "required", "At least one role is wanted.");
        for (String role : roles) {
            findings.check(isRole(role), field, "unknown", "agent, supervisor and admin are the roles there are.");
        }
    }

    /** @throws Refused INVALID when it is the admin's own account or the last admin's */
    void checkDeletion(AgentCard card, String by) {
        Findings findings = new Findings();
        findings.check(!card.username().equals(by), "username", "own-account", "You cannot delete your own account.");
        findings.check(!isLastAdmin(card), "username", "last-admin", "This is the last admin.");
        findings.refuse();
    }

    /** Two that differ in case alone would be mistaken for each other. */
    private void username(Findings findings, @Nullable AgentCard was, AgentCard card) {
        if (was == null) {
            boolean free = agents.profiles().stream()
                    .noneMatch(agent -> agent.username().equalsIgnoreCase(card.username()));
            findings.check(free, "username", "taken", "There is an agent of this username already.");
        }
    }

    private void password(Findings findings, @Nullable AgentCard was, @Nullable String password) {
        if (password != null) {
            passwords.weakness(password).ifPresent(why -> findings.check(false, "password", "weak", why));
        } else {
            findings.check(was != null, "password", "required", "A new agent needs a password.");
        }
    }

    private void admin(Findings findings, @Nullable AgentCard was, AgentCard card, String by) {
        if (was != null && was.roles().contains(ADMIN) && !card.roles().contains(ADMIN)) {
            findings.check(!card.username().equals(by), "roles", "own-account", "You cannot take your own admin role.");
            findings.check(!isLastAdmin(was), "roles", "last-admin", "This is the last admin.");
        }
    }

    private static boolean isRole(String role) {
        return Roles.names(EnumSet.allOf(Role.class)).contains(role);
    }

    private boolean isLastAdmin(AgentCard card) {
        return card.roles().contains(ADMIN)
                && agents.profiles().stream()
                        .filter(agent -> agent.roles().contains(Role.ADMIN))
                        .map(AgentProfile::username)
                        .allMatch(card.username()::equals);
    }
}
