package org.supertransfer.transfer;

import org.jspecify.annotations.Nullable;
import org.supertransfer.directory.TargetType;

/**
 * What an agent asks for.
 *
 * @param consult talk to the target first; only with ATTENDED
 * @param confirmed the agent has read the warning about emergency numbers
 * @param note for the target's page, cleaned, at most {@link #LONGEST_NOTE} characters; null when there is none
 */
public record TransferOrder(
        String callId,
        TransferMethod method,
        boolean consult,
        boolean confirmed,
        Target target,
        @Nullable String note) {
    public static final int LONGEST_NOTE = 500;

    public TransferOrder {
        note = NoteText.clean(note);
    }

    /** Without a note. */
    public TransferOrder(String callId, TransferMethod method, boolean consult, boolean confirmed, Target target) {
        this(callId, method, consult, confirmed, target, null);
    }

    /**
     * Whom the call goes to.
     *
     * @param id of an AGENT, USER or INBOUND as listed; null for NUMBER
     * @param number as typed, for NUMBER; null otherwise
     */
    public record Target(TargetType type, @Nullable String id, @Nullable String number) {
        /** As long as the row takes; no directory has a longer one. */
        public static final int LONGEST_ID = 64;
        /** As long as the row takes. */
        public static final int LONGEST_NUMBER = 128;
    }
}
