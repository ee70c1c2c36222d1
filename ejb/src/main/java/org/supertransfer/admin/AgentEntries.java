package org.supertransfer.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supertransfer.admin.NumberClaims.Claim;
import org.supertransfer.agent.AgentCard;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.agent.AgentRows;
import org.supertransfer.agent.Passwords;
import org.supertransfer.agent.TeamCard;
import org.supertransfer.directory.DirectoryEntries.NewAgent;
import org.supertransfer.directory.TargetType;
import org.supertransfer.problem.Findings;

/** Whether the agents of a directory file can be kept: by the rules of a form, each complaint with its place in the file. */
@ApplicationScoped
class AgentEntries {
    @Inject
    private AgentRows rows;

    @Inject
    private Passwords passwords;

    void check(Findings findings, NumberClaims claims, List<NewAgent> agents) {
        Map<String, AgentCard> there = there();
        Set<String> teams = rows.teams().stream().map(TeamCard::name).collect(Collectors.toSet());
        Map<String, String> usernames = new HashMap<>();
        there.keySet().forEach(username -> usernames.put(username.toLowerCase(Locale.ROOT), username));
        for (int i = 0; i < agents.size(); i++) {
            String place = "agents[" + i + "].";
            AgentProfile profile = agents.get(i).profile();
            AgentCard was = there.get(profile.username());
            AgentCard card = DirectoryMerge.card(was, profile);
            if (was == null) {
                fresh(findings, usernames, place + "username", profile.username());
            }
            fields(findings, place, was, card);
            claims.check(findings, place + "extension", claim(card));
            AgentForms.sipPassword(findings, place, profile.sipPassword());
            weak(findings, place, agents.get(i), Passwords::excess);
            team(findings, teams, place + "team", profile.team());
        }
    }

    /** What a form asks beyond that: a role, and a password that is not weak. What counts already is as good as it was. */
    void checkChoices(Findings findings, List<NewAgent> agents) {
        Map<String, AgentCard> there = there();
        for (int i = 0; i < agents.size(); i++) {
            String place = "agents[" + i + "].";
            AgentProfile profile = agents.get(i).profile();
            AgentCard was = there.get(profile.username());
            AgentCard card = DirectoryMerge.card(was, profile);
            if (!card.equals(was)) {
                AgentForms.roles(findings, place + "roles", card.roles());
            }
            weak(findings, place, agents.get(i), passwords::shortness);
        }
    }

    private Map<String, AgentCard> there() {
        return rows.cards().stream().collect(Collectors.toMap(AgentCard::username, card -> card));
    }

    static Claim claim(AgentCard agent) {
        return new Claim(TargetType.AGENT, agent.username(), agent.extension());
    }

    /** Two that differ in case alone would be mistaken for each other. */
    private static void fresh(Findings findings, Map<String, String> usernames, String place, String username) {
        String other = usernames.putIfAbsent(username.toLowerCase(Locale.ROOT), username);
        findings.check(other == null, place, "taken", "There is an agent of the username " + other + " already.");
    }

    /** Whoever is as the file has him already is not asked whether he may be. */
    private static void fields(Findings findings, String place, @Nullable AgentCard was, AgentCard card) {
        if (!card.equals(was)) {
            AgentForms.fields(findings, place, card);
        }
    }

    private void weak(Findings findings, String place, NewAgent agent, Function<String, Optional<String>> weakness) {
        String password = agent.password();
        if (password != null) {
            weakness.apply(password)
                    .filter(why -> !rows.knowsPassword(agent.profile().username(), password))
                    .ifPresent(why -> findings.check(false, place + "password", "weak", why));
        }
    }

    /** A team that is not there is founded. */
    private static void team(Findings findings, Set<String> teams, String place, @Nullable String team) {
        if (team != null && !teams.contains(team)) {
            Forms.name(findings, place, team);
        }
    }
}
