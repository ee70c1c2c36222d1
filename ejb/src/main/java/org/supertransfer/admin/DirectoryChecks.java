package org.supertransfer.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.Passwords;
import org.supertransfer.agent.Role;
import org.supertransfer.directory.Directory;
import org.supertransfer.directory.DirectoryEntries;
import org.supertransfer.directory.TargetType;
import org.supertransfer.inbound.InboundNumbers;
import org.supertransfer.number.NumberPlan;
import org.supertransfer.problem.Findings;
import org.supertransfer.problem.Refused;

/** Whether a directory file fits the house that it is to change; every complaint names its place in the file. */
@ApplicationScoped
class DirectoryChecks {
    private static final int LONGEST_NAME = 128;

    @Inject
    private Agents agents;

    @Inject
    private Directory directory;

    @Inject
    private InboundNumbers inboundNumbers;

    @Inject
    private NumberPlan plan;

    @Inject
    private Passwords passwords;

    /** Somebody's number, as it will be. */
    private record Claim(TargetType type, String id, String number) {}

    /** @throws Refused INVALID */
    void check(DirectoryEntries entries, String by) {
        Findings findings = new Findings();
        Map<String, Claim> holders = others(entries);
        for (int i = 0; i < entries.agents().size(); i++) {
            agent(findings, holders, entries.agents().get(i), "agents[" + i + "].");
        }
        for (int i = 0; i < entries.users().size(); i++) {
            String place = "users[" + i + "].";
            var user = entries.users().get(i);
            name(findings, place, user.name());
            claim(findings, holders, place + "number", new Claim(TargetType.USER, user.number(), user.number()));
        }
        for (int i = 0; i < entries.inboundNumbers().size(); i++) {
            String place = "inboundNumbers[" + i + "].";
            var number = entries.inboundNumbers().get(i);
            name(findings, place, number.name());
            claim(findings, holders, place + "number", new Claim(TargetType.INBOUND, number.number(), number.number()));
        }
        admins(findings, entries, by);
        findings.refuse();
    }

    private void agent(Findings findings, Map<String, Claim> holders, DirectoryEntries.NewAgent agent, String place) {
        String username = agent.profile().username();
        name(findings, place, agent.profile().name());
        claim(
                findings,
                holders,
                place + "extension",
                new Claim(TargetType.AGENT, username, agent.profile().extension()));
        String password = agent.password();
        if (password != null) {
            passwords.weakness(password).ifPresent(why -> findings.check(false, place + "password", "weak", why));
        }
    }

    private static void name(Findings findings, String place, String name) {
        findings.check(name.length() <= LONGEST_NAME, place + "name", "too-long", "A name has at most 128 characters.");
    }

    /** Those whom the file does not name, by all spellings of their numbers. */
    private Map<String, Claim> others(DirectoryEntries entries) {
        Set<String> named = new HashSet<>();
        entries.agents()
                .forEach(agent -> named.add(TargetType.AGENT + agent.profile().username()));
        entries.users().forEach(user -> named.add(TargetType.USER + user.number()));
        entries.inboundNumbers().forEach(number -> named.add(TargetType.INBOUND + number.number()));
        Map<String, Claim> holders = new HashMap<>();
        Stream.of(
                        agents.profiles().stream()
                                .map(agent -> new Claim(TargetType.AGENT, agent.username(), agent.extension())),
                        directory.users().stream()
                                .map(user -> new Claim(TargetType.USER, user.number(), user.number())),
                        inboundNumbers.all().stream()
                                .map(number -> new Claim(TargetType.INBOUND, number.number(), number.number())))
                .flatMap(claims -> claims)
                .filter(claim -> !named.contains(claim.type() + claim.id()))
                .forEach(claim -> spellings(claim).forEach(spelling -> holders.put(spelling, claim)));
        return holders;
    }

    private void claim(Findings findings, Map<String, Claim> holders, String place, Claim claim) {
        findings.check(!plan.isEmergency(claim.number()), place, "emergency", "An emergency number belongs to nobody.");
        for (String spelling : spellings(claim)) {
            Claim other = holders.putIfAbsent(spelling, claim);
            if (other != null && !other.equals(claim)) {
                findings.check(false, place, "taken", claim.number() + " is the number of " + other.id() + " already.");
                return;
            }
        }
    }

    private List<String> spellings(Claim claim) {
        return Stream.concat(Stream.of(claim.number()), plan.spellings(claim.number()).stream())
                .distinct()
                .toList();
    }

    private void admins(Findings findings, DirectoryEntries entries, String by) {
        Set<String> admins = new HashSet<>();
        agents.profiles().stream()
                .filter(agent -> agent.roles().contains(Role.ADMIN))
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
