package org.supertransfer.call;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.directory.TargetType;

/**
 * Where a number leads.
 *
 * @param type AGENT, USER or INBOUND for somebody of the house, NUMBER for outside
 * @param id a username, a user's or an inbound number; the dialled number for outside
 * @param destination null for an inbound number, whose queue chooses a phone
 */
public record Route(TargetType type, String id, CallView.PartyView who, @Nullable Destination destination) {
    public boolean outside() {
        return type == TargetType.NUMBER;
    }

    /** The agent whose phone it is. */
    public Optional<String> username() {
        return type == TargetType.AGENT ? Optional.of(id) : Optional.empty();
    }
}
