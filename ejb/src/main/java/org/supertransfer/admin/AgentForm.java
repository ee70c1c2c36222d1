package org.supertransfer.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.AgentCard;
import org.supertransfer.audit.Kept;

/**
 * An agent as it is to be kept, with the passwords that are only ever written.
 *
 * @param password to log in with, null to leave it as it is
 * @param sipPassword the phone's, null to leave it as it is, empty for none
 */
public record AgentForm(AgentCard card, @Nullable String password, @Nullable String sipPassword) {
    /** As the audit remembers it: that a password was set, and not which. */
    Kept remembered(boolean hadSipPassword) {
        boolean has = sipPassword == null ? hadSipPassword : !sipPassword.isEmpty();
        return new Remembered(card.withSipPassword(has), password != null);
    }

    private record Remembered(AgentCard card, boolean passwordSet) implements Kept {
        @Override
        public String subject() {
            return card.subject();
        }

        @Override
        public String id() {
            return card.id();
        }

        @Override
        public JsonObject json() {
            return Json.createObjectBuilder(card.json())
                    .add("passwordSet", passwordSet)
                    .build();
        }
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "AgentForm[" + card + "]";
    }
}
