package org.supertransfer.callcontrol;

import java.io.Serializable;

/**
 * Why a leg ended, or why it is to end.
 *
 * @param kind what happened, in the words of the calls
 * @param sipStatus the final response: the one received, or the one to send to an unanswered caller; 0 for a BYE without
 *     a Reason
 * @param q850 the ITU-T Q.850 cause, 0 when there is none (RFC 3326)
 * @param text a short English text for the Reason header and the log, never shown to an agent
 */
public record EndCause(Kind kind, int sipStatus, int q850, String text) implements Serializable {
    /** What happened. */
    public enum Kind {
        /** The party hung up, or is to be hung up normally. */
        NORMAL,
        /** The caller gave up before the answer (CANCEL). */
        CANCELLED,
        /** Our own CANCEL: another phone took the call. */
        ANSWERED_ELSEWHERE,
        /** The call lives on without this party. */
        TRANSFERRED,
        BUSY,
        DECLINED,
        NOT_FOUND,
        /** It was reached but nobody answered. */
        NO_ANSWER,
        /** No response at all, or the transport failed. */
        UNREACHABLE,
        /** The trunk or the phone refused for a reason of its own. */
        REFUSED,
        /** No common media. */
        MEDIA,
        /** An answered leg whose dialog is gone on the other side: 481, no ACK, refresh without an answer. */
        LOST,
        /** No line, no database, or too many calls: 503 with Retry-After. */
        OVERLOAD,
        /** This node stops. */
        SHUTDOWN
    }

    /** The cause of a final response (RFC 3261 section 21), with the Q.850 cause of RFC 3398 section 7.2.6.1 at best. */
    public static EndCause ofStatus(int status, String text) {
        return new EndCause(kindOf(status), status, q850Of(status), text);
    }

    /** A hang-up of our own, with the status that an unanswered caller gets. */
    public static EndCause of(Kind kind) {
        return switch (kind) {
            case NORMAL -> new EndCause(kind, 480, 16, "Normal call clearing");
            case CANCELLED -> new EndCause(kind, 487, 0, "Request terminated");
            case ANSWERED_ELSEWHERE -> new EndCause(kind, 200, 26, "Call completed elsewhere");
            case TRANSFERRED -> new EndCause(kind, 200, 16, "Call transferred");
            case BUSY -> new EndCause(kind, 486, 17, "User busy");
            case DECLINED -> new EndCause(kind, 603, 21, "Call rejected");
            case NOT_FOUND -> new EndCause(kind, 404, 1, "Unallocated number");
            case NO_ANSWER -> new EndCause(kind, 480, 19, "No answer");
            case UNREACHABLE -> new EndCause(kind, 408, 102, "No response");
            case REFUSED -> new EndCause(kind, 403, 21, "Not allowed");
            case MEDIA -> new EndCause(kind, 488, 88, "Incompatible media");
            case LOST -> new EndCause(kind, 481, 41, "Dialog lost");
            case OVERLOAD -> new EndCause(kind, 503, 34, "No circuit available");
            case SHUTDOWN -> new EndCause(kind, 503, 41, "Server stops");
        };
    }

    private static Kind kindOf(int status) {
        return switch (status) {
            case 486, 600 -> Kind.BUSY;
            case 603 -> Kind.DECLINED;
            case 404, 410, 484, 485, 604 -> Kind.NOT_FOUND;
            case 480 -> Kind.NO_ANSWER;
            case 408 -> Kind.UNREACHABLE;
            case 487 -> Kind.CANCELLED;
            case 481 -> Kind.LOST;
            case 415, 488, 606 -> Kind.MEDIA;
            default -> Kind.REFUSED;
        };
    }

    private static int q850Of(int status) {
        return switch (status) {
            case 486, 600 -> 17;
            case 603, 403, 401, 407 -> 21;
            case 404, 604 -> 1;
            case 410 -> 22;
            case 484 -> 28;
            case 480 -> 18;
            case 408, 504 -> 102;
            case 415, 488, 606 -> 88;
            case 500, 503 -> 41;
            default -> 127;
        };
    }
}
