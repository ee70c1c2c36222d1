package org.supertransfer.web.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.supertransfer.agent.AgentView;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.PresenceChanged;
import org.supertransfer.call.CallView;
import org.supertransfer.call.CallView.HandoverView;
import org.supertransfer.call.CallView.PartyView;
import org.supertransfer.directory.TargetType;
import org.supertransfer.directory.TargetView;
import org.supertransfer.number.NumberClass;
import org.supertransfer.number.NumberView;
import org.supertransfer.report.AnsweredView;
import org.supertransfer.transfer.MessageCode;
import org.supertransfer.transfer.TransferMessage;
import org.supertransfer.transfer.TransferMethod;
import org.supertransfer.transfer.TransferState;
import org.supertransfer.transfer.TransferView;

/** One of each view, with everything filled in and with everything missing that may be. */
public final class Samples {
    public static final Instant AT = Instant.parse("2026-11-22T10:00:00.123456789Z");
    public static final String ID = "0b9f7a52-7c5f-4f0e-8f35-0c8d3b1f9a11";

    public static final AgentView ANNA = new AgentView(
            "anna", "Anna Virtanen", "1201", Availability.AVAILABLE, Availability.AVAILABLE, "fi", List.of("agent"), 3);
    public static final PresenceChanged PRESENCE =
            new PresenceChanged("anna", "Anna Virtanen", Availability.BUSY, AT, 4);
    public static final CallView INCOMING = new CallView(
            "c1",
            CallView.State.CONNECTED,
            CallView.Direction.IN,
            new PartyView("0401112223", "Bob"),
            new PartyView("0201234500", "Laskutus"),
            AT,
            ID,
            new HandoverView(new PartyView("1202", "Bertta Nieminen"), true, "Asks for a refund.\nSecond call."),
            5);
    public static final CallView OUTGOING = new CallView(
            "c2", CallView.State.RINGING, CallView.Direction.OUT, new PartyView("112", null), null, AT, null, null, 1);
    public static final TargetView QUEUE = new TargetView(
            TargetType.INBOUND,
            "q1",
            "Laskutus",
            "0201234500",
            Availability.AVAILABLE,
            null,
            new TargetView.Queue(2, AT, 1),
            "Laskut");
    public static final AnsweredView ANSWERED = new AnsweredView(10, 7, 6);
    public static final NumberView PREMIUM = new NumberView(
            "+358600123123",
            "0600 123123",
            NumberClass.PREMIUM,
            true,
            new BigDecimal("1.99"),
            new BigDecimal("0.10"),
            false,
            "premium",
            "the team leader");
    public static final TransferView RETURNED = new TransferView(
            ID,
            "c1",
            "anna",
            TransferMethod.ATTENDED,
            true,
            new TransferView.TargetView(TargetType.AGENT, "bertta", "Bertta", "1202"),
            TransferState.RETURNED,
            7,
            AT,
            AT.plusSeconds(20),
            TransferState.RETURNED,
            "busy",
            486,
            new BigDecimal("0.10"),
            12,
            true,
            "asks about the bill",
            null);
    public static final TransferView BLIND = new TransferView(
            ID,
            "c1",
            "anna",
            TransferMethod.BLIND,
            false,
            new TransferView.TargetView(TargetType.NUMBER, null, null, "+358401000001"),
            TransferState.UNATTENDED,
            1,
            AT,
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            null,
            AT.plusSeconds(10));
    public static final TransferView.Moment MOMENT =
            new TransferView.Moment(AT, TransferState.RETRIEVING, MessageCode.TRANSFER_FAILED, "busy", 486);
    public static final TransferMessage MESSAGE =
            new TransferMessage("anna", ID, 2, MessageCode.TRANSFER_FAILED, Map.of("reason", "busy"), AT);

    private Samples() {}
}
