package org.supertransfer.number;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import org.supertransfer.agent.Caller;

/** The numbers' front door. */
@Stateless
@PermitAll
public class NumberService {
    /** What this text is and whether the caller may transfer to it. Never throws: nonsense is class INVALID. */
    public NumberView look(Caller caller, String text) {
        throw new UnsupportedOperationException();
    }
}
