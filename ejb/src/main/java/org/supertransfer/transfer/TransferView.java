package org.supertransfer.transfer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supertransfer.directory.TargetType;

/**
 * A transfer as its transferor and supervisors see it.
 *
 * @param transferor the username of the agent who began it
 * @param outcome the ending's name, null while live
 * @param reason why, for every ending but COMPLETED; for a failed target one of busy, declined, not-found, unreachable,
 *     no-answer, trunk-refused, media-failed, no-agents
 * @param sipStatus the target's final response, null when there was none
 * @param cost in euros; null until known, and for transfers that cost nothing
 * @param billedSeconds how long the target outside was on the line; null until it has left, and when it never answered
 * @param note what the transferor wrote for the target, null when nothing
 * @param pullBackUntil until when a blind transfer can be cancelled, null otherwise
 */
public record TransferView(
        String id,
        String callId,
        String transferor,
        TransferMethod method,
        boolean consult,
        TargetView target,
        TransferState state,
        long version,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable TransferState outcome,
        @Nullable String reason,
        @Nullable Integer sipStatus,
        @Nullable BigDecimal cost,
        @Nullable Integer billedSeconds,
        boolean chargedSeparately,
        @Nullable String note,
        @Nullable Instant pullBackUntil) {
    /** Whom the call goes to, with name and number filled in. */
    public record TargetView(TargetType type, @Nullable String id, @Nullable String name, String number) {}

    /**
     * One line of the timeline.
     *
     * @param code the message told to the transferor, null when the move told nothing
     */
    public record Moment(
            Instant at,
            TransferState state,
            @Nullable MessageCode code,
            @Nullable String reason,
            @Nullable Integer sip) {}

    /** A transfer with its whole timeline. */
    public record Detail(TransferView transfer, List<Moment> timeline) {}

    /** A page of history, newest first. */
    public record Page(List<TransferView> transfers, int page, long total) {}
}
