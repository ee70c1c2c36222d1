package org.supertransfer.transfer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supertransfer.call.CallView;
import org.supertransfer.call.Leg;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.OperationId;
import org.supertransfer.callcontrol.ReferId;

/** A transfer in memory, touched in its call's mailbox; {@link #view} and the lists of told things are read elsewhere. */
final class LiveTransfer {
    final TransferRecord row;
    final TransferOrder order;
    final Target target;
    final Map<TransferParty, LegId> legs = new EnumMap<>(TransferParty.class);

    TransferSnapshot snapshot;
    /** The transferee's hold; reports of any other make no stimulus. */
    @Nullable
    OperationId holding;
    /** The latest join. */
    @Nullable
    OperationId joining;
    /** Whom the target's queue offered this call, until that agent answers. */
    @Nullable
    String offeredTo;

    /** The transferor's own leg of the call in which its phone had called the target; hung up as the transfer ends. */
    @Nullable
    LegId consulting;
    /** The phone's REFER that ordered this transfer; null when a page did. */
    @Nullable
    ReferId refer;

    /** Who is transferred, for whoever looks on. */
    volatile CallView.@Nullable PartyView transferee;

    private volatile TransferView view;
    private volatile List<TransferView.Moment> timeline = List.of();
    private volatile List<TransferMessage> messages = List.of();

    LiveTransfer(TransferRecord row, TransferOrder order, Target target, TransferSnapshot snapshot) {
        this.row = row;
        this.order = order;
        this.target = target;
        this.snapshot = snapshot;
        this.view = TransferViews.of(row);
    }

    String id() {
        return row.id;
    }

    boolean isAttended() {
        return order.method() == TransferMethod.ATTENDED;
    }

    Optional<LegId> leg(TransferParty party) {
        return Optional.ofNullable(legs.get(party));
    }

    /** Which party's current leg this is; empty for legs that were hung up. */
    Optional<TransferParty> partyOf(LegId leg) {
        return legs.entrySet().stream()
                .filter(entry -> entry.getValue().equals(leg))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Optional<TransferParty> partyOf(Leg leg) {
        return partyOf(leg.id());
    }

    TransferView view() {
        return view;
    }

    /**
     * Whether the row is not what is shown. A step that nobody could see, a join that came up for example, keeps the version:
     * a command that was meant for what is shown is then not stale.
     */
    boolean showsChange() {
        return !view.equals(TransferViews.of(row));
    }

    TransferInFlight inFlight() {
        TransferView now = view;
        Instant since = now.startedAt();
        TransferState before = null;
        for (TransferView.Moment moment : timeline) {
            since = moment.state() == before ? since : moment.at();
            before = moment.state();
        }
        return new TransferInFlight(now, transferee, since);
    }

    List<TransferView.Moment> timeline() {
        return timeline;
    }

    List<TransferMessage> messages() {
        return messages;
    }

    /** Shows what has been written. */
    void publish(List<TransferView.Moment> moments, List<TransferMessage> told) {
        List<TransferView.Moment> moreMoments = new ArrayList<>(timeline);
        moreMoments.addAll(moments);
        timeline = List.copyOf(moreMoments);
        List<TransferMessage> moreMessages = new ArrayList<>(messages);
        moreMessages.addAll(told);
        messages = List.copyOf(moreMessages);
        view = TransferViews.of(row);
    }
}
