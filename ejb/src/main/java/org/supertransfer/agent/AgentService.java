package org.supertransfer.agent;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.List;
import org.supertransfer.problem.Refused;

/** The agents' front door. */
@Stateless
@PermitAll
public class AgentService {
    /** @throws Refused NOT_FOUND when nobody has this username */
    public AgentView me(String username) {
        throw new UnsupportedOperationException();
    }

    /** @param wanted AVAILABLE or AWAY; anything else is MALFORMED */
    public AgentView setState(String username, Availability wanted) {
        throw new UnsupportedOperationException();
    }

    /** @param language fi, sv or en; anything else is MALFORMED */
    public AgentView setLanguage(String username, String language) {
        throw new UnsupportedOperationException();
    }

    /** The availability of every agent, for the first frame of a page. */
    public List<PresenceChanged> presence() {
        throw new UnsupportedOperationException();
    }
}
