package org.supertransfer.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supertransfer.call.CallState;
import org.supertransfer.call.CallView;
import org.supertransfer.report.CallLine.Person;
import org.supertransfer.transfer.TransferState;
import org.supertransfer.transfer.TransferView;

/**
 * All that became of one call.
 *
 * @param held how long the customer heard nobody because of a hold or of a transfer on its way
 * @param waited how long the customer waited for an agent, ringing included
 * @param legs in the order they began
 * @param moves of the call itself, oldest first
 */
public record FateView(
        CallLine call, Duration held, Duration waited, List<LegLine> legs, List<Step> moves, List<Transfer> transfers) {
    public FateView {
        legs = List.copyOf(legs);
        moves = List.copyOf(moves);
        transfers = List.copyOf(transfers);
    }

    /**
     * Our side of one party's signalling.
     *
     * @param agent whose phone it was; null for anybody else
     * @param name of the party, where it is known
     * @param shown the caller that its phone was shown; null for a leg that came in
     * @param end how it ended: a kind of end of the SIP side, for example NORMAL or BUSY; null while it lives
     * @param sipStatus its final response, null when there was none
     */
    public record LegLine(
            String id,
            @Nullable Person agent,
            String number,
            @Nullable String name,
            CallView.@Nullable PartyView shown,
            Instant beganAt,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt,
            @Nullable String end,
            @Nullable Integer sipStatus) {}

    /** A move of the call: what happened, and from where to where it brought the call. */
    public record Step(Instant at, CallState from, String stimulus, CallState to, @Nullable Person agent) {}

    /**
     * One transfer.
     *
     * @param retrievedBy the supervisor who took the call back; null when nobody did
     * @param targetLeg the id of the last leg to the target; null when none was dialled or it was hung up
     * @param lines every move, oldest first
     */
    public record Transfer(
            TransferView transfer,
            Person transferor,
            @Nullable Person retrievedBy,
            @Nullable String targetLeg,
            List<Line> lines,
            List<Told> messages) {
        public Transfer {
            lines = List.copyOf(lines);
            messages = List.copyOf(messages);
        }
    }

    /** A move of a transfer. A move that told several things has one line for each. */
    public record Line(
            Instant at,
            String stimulus,
            TransferState state,
            @Nullable String code,
            @Nullable String reason,
            @Nullable Integer sip) {}

    /** A message that the transferor was told. */
    public record Told(Instant at, String code, @Nullable String reason) {}
}
