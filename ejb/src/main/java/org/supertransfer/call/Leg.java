package org.supertransfer.call;

import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.LegId;

/**
 * One of a call's legs that has not ended.
 *
 * @param username the agent whose phone it is, null for anybody else
 * @param who as the other party sees them
 * @param outside whether it was dialled by the trunk
 */
public record Leg(LegId id, @Nullable String username, CallView.PartyView who, boolean outside, Stage stage) {
    /** How far a leg came. */
    public enum Stage {
        /** A caller that we have not answered yet. */
        CALLING,
        /** Dialled, not answered yet. */
        DIALED,
        /** Answered, by them or by us. */
        UP,
        /** Being hung up by us; its phone is in use until it has ended. */
        LEAVING
    }

    public boolean isUp() {
        return stage == Stage.UP;
    }

    /** The same leg, which leads to somebody else. */
    Leg of(Route elsewhere) {
        return new Leg(id, elsewhere.username().orElse(null), elsewhere.who(), elsewhere.outside(), stage);
    }

    Leg at(Stage next) {
        return new Leg(id, username, who, outside, next);
    }
}
