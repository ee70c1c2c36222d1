package org.supertransfer.agent;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** The agents' front door. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AgentService {
    /** Those that the page has. */
    public static final Set<String> LANGUAGES = Set.of("fi", "sv", "en");

    @Inject
    private Agents agents;

    @Inject
    private AgentRows rows;

    @Inject
    private Decoy decoy;

    /** @throws Refused NOT_FOUND when nobody has this username */
    public AgentView me(String username) {
        return agents.view(username)
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "There is no agent " + username + "."));
    }

    /**
     * After a log-in that failed: takes as long as checking a password when nobody has this username, so that the time of
     * the answer does not tell who exists. Asks the database, without which every log-in fails, and fails as that does.
     */
    public void maskUnknown(String username) {
        if (!rows.exists(username)) {
            decoy.check();
        }
    }

    /** @param wanted AVAILABLE or AWAY; anything else is MALFORMED */
    public AgentView setState(String username, Availability wanted) {
        if (wanted != Availability.AVAILABLE && wanted != Availability.AWAY) {
            throw new Refused(Refusal.MALFORMED, "The state can be set to AVAILABLE or AWAY.");
        }
        agents.want(username, wanted);
        return me(username);
    }

    /** @param language fi, sv or en; anything else is MALFORMED */
    public AgentView setLanguage(String username, String language) {
        if (!LANGUAGES.contains(language)) {
            throw new Refused(Refusal.MALFORMED, "The language can be fi, sv or en.");
        }
        agents.speak(username, language);
        return me(username);
    }

    /** The availability of every agent, for the first frame of a page. */
    public List<PresenceChanged> presence() {
        return agents.presence();
    }
}
