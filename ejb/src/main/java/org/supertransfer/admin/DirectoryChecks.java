package org.supertransfer.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.supertransfer.admin.NumberClaims.Claim;
import org.supertransfer.agent.AgentRows;
import org.supertransfer.agent.Role;
import org.supertransfer.directory.DirectoryEntries;
import org.supertransfer.directory.TargetType;
import org.supertransfer.directory.User;
import org.supertransfer.directory.UserRows;
import org.supertransfer.inbound.InboundNumber;
import org.supertransfer.inbound.InboundRows;
import org.supertransfer.number.NumberPlan;
import org.supertransfer.problem.Findings;
import org.supertransfer.problem.Refused;

/** Whether a directory file fits the house that it is to change; every complaint names its place in the file. */
@ApplicationScoped
class DirectoryChecks {
    private static final String ADMIN = "admin";

    @Inject
    private AgentRows agents;

    @Inject
    private UserRows users;

    @Inject
    private InboundRows inboundNumbers;

    @Inject
    private NumberPlan plan;

    @Inject
    private AgentEntries agentEntries;

    /**
     * Of a file that an admin imports.
     *
     * @throws Refused INVALID
     */
    void check(DirectoryEntries entries, String by) {
        Findings findings = new Findings();
        things(findings, entries, true);
        admins(findings, entries, by);
        findings.refuse();
    }

    /**
     * Of the file that is imported at every start: only what cannot be. By it nobody may be admin or have a role, for a
     * provider of log-ins may say who has.
     *
     * @throws Refused INVALID
     */
    void check(DirectoryEntries entries) {
        Findings findings = new Findings();
        things(findings, entries, false);
        findings.refuse();
    }

    private void things(Findings findings, DirectoryEntries entries, boolean asInAForm) {
        NumberClaims claims = others(entries);
        agentEntries.check(findings, claims, entries.agents(), asInAForm);
        for (int i = 0; i < entries.users().size(); i++) {
            String place = "users[" + i + "].";
            User user = entries.users().get(i);
            Forms.name(findings, place + "name", user.name());
            claims.check(findings, place + "number", claim(user));
        }
        for (int i = 0; i < entries.inboundNumbers().size(); i++) {
            String place = "inboundNumbers[" + i + "].";
            InboundNumber number = entries.inboundNumbers().get(i);
            Forms.name(findings, place + "name", number.name());
            claims.check(findings, place + "number", claim(number));
        }
    }

    /** The numbers of those whom the file does not name. */
    private NumberClaims others(DirectoryEntries entries) {
        Set<String> named = new HashSet<>();
        entries.agents()
                .forEach(agent -> named.add(TargetType.AGENT + agent.profile().username()));
        entries.users().forEach(user -> named.add(TargetType.USER + user.number()));
        entries.inboundNumbers().forEach(number -> named.add(TargetType.INBOUND + number.number()));
        NumberClaims claims = new NumberClaims(plan);
        Stream.of(
                        agents.cards().stream().map(AgentEntries::claim),
                        users.all().stream().map(DirectoryChecks::claim),
                        inboundNumbers.all().stream().map(DirectoryChecks::claim))
                .flatMap(each -> each)
                .filter(claim -> !named.contains(claim.type() + claim.id()))
                .forEach(claims::keep);
        return claims;
    }

    private static Claim claim(User user) {
        return new Claim(TargetType.USER, user.number(), user.number());
    }

    private static Claim claim(InboundNumber number) {
        return new Claim(TargetType.INBOUND, number.number(), number.number());
    }

    private void admins(Findings findings, DirectoryEntries entries, String by) {
        Set<String> admins = new HashSet<>();
        agents.cards().stream()
                .filter(agent -> agent.roles().contains(ADMIN))
                .forEach(agent -> admins.add(agent.username()));
        boolean wasAdmin = admins.contains(by);
        boolean wereAny = !admins.isEmpty();
        entries.agents().forEach(agent -> {
            admins.remove(agent.profile().username());
            if (agent.profile().roles().contains(Role.ADMIN)) {
                admins.add(agent.profile().username());
            }
        });
        findings.check(
                        !wasAdmin || admins.contains(by),
                        "agents",
                        "own-account",
                        "You cannot take your own admin role.")
                .check(!wereAny || !admins.isEmpty(), "agents", "last-admin", "Nobody would be admin any more.");
    }
}
