package org.supertransfer.web.api;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.supertransfer.agent.Availability;
import org.supertransfer.call.CallState;
import org.supertransfer.call.CallView;
import org.supertransfer.call.CallView.PartyView;
import org.supertransfer.report.BoardView;
import org.supertransfer.report.CallLine;
import org.supertransfer.report.CallLine.Person;
import org.supertransfer.report.FateView;
import org.supertransfer.report.SuccessQuery;
import org.supertransfer.report.SuccessView;
import org.supertransfer.report.SuccessView.Counts;
import org.supertransfer.transfer.TransferInFlight;
import org.supertransfer.transfer.TransferState;

/** One of each view of the supervisors. */
public final class SupervisorSamples {
    private static final Person ANNA = new Person("anna", "Anna Virtanen");
    public static final BoardView BOARD = new BoardView(
            5,
            List.of(new TransferInFlight(Samples.BLIND, new PartyView("0401112223", "Bob"), Samples.AT)),
            List.of(new BoardView.Queue("0201234500", "Laskutus", 2, Samples.AT, 1, 3)),
            List.of(new BoardView.AgentLine(
                    "anna", "Anna Virtanen", "1201", "Laskut", Availability.BUSY, Samples.AT, Samples.INCOMING)),
            new BoardView.Today(Samples.AT, Map.of(TransferState.COMPLETED, 12)));
    public static final CallLine CALL = new CallLine(
            "c1",
            CallView.Direction.IN,
            CallState.ENDED,
            new PartyView("0401112223", "Bob"),
            new PartyView("0201234500", "Laskutus"),
            ANNA,
            Samples.AT,
            Samples.AT.plusSeconds(60),
            "NORMAL",
            1);
    public static final FateView FATE = new FateView(
            CALL,
            Duration.ofMillis(12345),
            Duration.ofSeconds(3),
            List.of(new FateView.LegLine(
                    "l1",
                    ANNA,
                    "1201",
                    "Anna Virtanen",
                    new PartyView("0401112223", "Bob"),
                    Samples.AT,
                    Samples.AT.plusSeconds(3),
                    Samples.AT.plusSeconds(60),
                    "NORMAL",
                    200)),
            List.of(new FateView.Step(Samples.AT, CallState.OFFERED, "AGENT_ANSWERS", CallState.UP, ANNA)),
            List.of(new FateView.Transfer(
                    Samples.RETURNED,
                    ANNA,
                    new Person("sanna", "Sanna"),
                    "l2",
                    List.of(new FateView.Line(
                            Samples.AT, "TARGET_GONE", TransferState.RETRIEVING, "TRANSFER_FAILED", "busy", 486)),
                    List.of(new FateView.Told(Samples.AT, "TRANSFER_FAILED", "busy")))));

    private SupervisorSamples() {}

    /** Ten transfers to Bertta, of which seven were completed, and one to a number that looks like a formula. */
    static SuccessView success(SuccessQuery.By by) {
        Counts counts = new Counts(Map.of(TransferState.COMPLETED, 7, TransferState.RETURNED, 3));
        SuccessView.Line bertta = new SuccessView.Line("AGENT:bertta", Samples.RETURNED.target(), counts);
        SuccessView.Line number = new SuccessView.Line("NUMBER:+358401000001", Samples.BLIND.target(), Counts.NONE);
        return new SuccessView(
                new SuccessQuery(Samples.AT, Samples.AT.plusSeconds(3600), by, ZoneId.of("Europe/Helsinki")),
                List.of(bertta, number),
                counts);
    }
}
