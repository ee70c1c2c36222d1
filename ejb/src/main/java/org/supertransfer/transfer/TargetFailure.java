package org.supertransfer.transfer;

import org.supertransfer.callcontrol.EndCause;

/** From the way a target's leg ended to the reason that is told and kept. */
final class TargetFailure {
    private TargetFailure() {}

    /**
     * @param progress how far the leg came before it ended
     * @param outside whether the target was called by the trunk
     */
    static TransferReason reasonOf(EndCause cause, Progress progress, boolean outside) {
        return switch (cause.kind()) {
            case BUSY -> TransferReason.BUSY;
            case DECLINED, CANCELLED -> TransferReason.DECLINED;
            case NOT_FOUND -> TransferReason.NOT_FOUND;
            case NO_ANSWER, UNREACHABLE ->
                progress == Progress.RANG ? TransferReason.NO_ANSWER : TransferReason.UNREACHABLE;
            case REFUSED, OVERLOAD -> refusal(cause.sipStatus(), outside);
            case MEDIA -> TransferReason.MEDIA_FAILED;
            case LOST, ANSWERED_ELSEWHERE, TRANSFERRED -> TransferReason.UNREACHABLE;
            case NORMAL -> TransferReason.TARGET_HUNG_UP;
            case SHUTDOWN -> TransferReason.RESTART;
        };
    }

    /** A phone that refuses has declined; one that is broken (5xx, RFC 3261 section 21.5) is as good as away. */
    private static TransferReason refusal(int status, boolean outside) {
        if (outside) {
            return TransferReason.TRUNK_REFUSED;
        }
        return status >= 500 && status < 600 ? TransferReason.UNREACHABLE : TransferReason.DECLINED;
    }
}
