package org.supertransfer.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /**
     * Whoever is as the file has him already is not asked whether he may be.
     *
     * @param asInAForm whether a role is wanted too, and a password that is not easily guessed
     */
    void check(Findings findings, NumberClaims claims, List<NewAgent> agents, boolean asInAForm) {
        Map<String, AgentCard> there =
                rows.cards().stream().collect(Collectors.toMap(AgentCard::username, card -> card));
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
            if (!card.equals(was)) {
                AgentForms.fields(findings, place, card);
                if (asInAForm) {
                    AgentForms.roles(findings, place + "roles", card.roles());
                }
            }
            claims.check(findings, place + "extension", claim(card));
            AgentForms.sipPassword(findings, place, profile.sipPassword());
            password(findings, place + "password", agents.get(i), asInAForm);
            team(findings, teams, place + "team", profile.team());
        }
    }

    static Claim claim(AgentCard agent) {
        return new Claim(TargetType.AGENT, agent.username(), agent.extension());
    }

    /** Two that differ in case alone would be mistaken for each other. */
    private static void fresh(Findings findings, Map<String, String> usernames, String place, String username) {
        String other = usernames.putIfAbsent(username.toLowerCase(Locale.ROOT), username);
        findings.check(other == null, place, "taken", "There is an agent of the username " + other + " already.");
    }

    /** A password that counts already is as good as it was. */
    private void password(Findings findings, String place, NewAgent agent, boolean asInAForm) {
        String password = agent.password();
        if (password != null) {
            (asInAForm ? passwords.weakness(password) : Passwords.excess(password))
                    .filter(why -> !rows.knowsPassword(agent.profile().username(), password))
                    .ifPresent(why -> findings.check(false, place, "weak", why));
        }
    }

    /** A team that is not there is founded. */
    private static void team(Findings findings, Set<String> teams, String place, @Nullable String team) {
        if (team != null && !teams.contains(team)) {
            Forms.name(findings, place, team);
        }
    }
}
