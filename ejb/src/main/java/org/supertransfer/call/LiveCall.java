package org.supertransfer.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.OperationId;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.inbound.InboundNumber;
import org.supertransfer.store.RowChange;

/** A call in memory, touched in its mailbox alone; only {@link #shown} is read from elsewhere. */
public final class LiveCall {
    final CallRecord row;
    final @Nullable InboundNumber inbound;
    final Legs legs;
    final Alarms alarms;
    /** Agents whose phones are reserved for this call. */
    final Set<String> reserved = new HashSet<>();

    final List<RowChange> unwritten = new ArrayList<>();
    CallSnapshot snapshot;

    @Nullable
    LegId agentLeg;

    @Nullable
    LegId otherLeg;
    /** The latest join or hold; reports of earlier ones are nobody's. */
    @Nullable
    OperationId operation;
    /** Whom the queue offered this call last. */
    @Nullable
    String offeredTo;
    /** Whom the agent wants to talk to, until that leg is dialled. */
    @Nullable
    Route wanted;

    /** Who put the call on hold with its phone's own key. */
    final Set<LegId> holding = new HashSet<>();

    @Nullable
    Takeover takeover;
    /** Whether it has asked for another call's legs, and so cannot give its own away. */
    boolean borrowing;
    /** What happened to its own legs since it asked; a phone may hang up before the answer is there. */
    final List<CallEvent.OfLeg> sinceAsking = new ArrayList<>();

    long shownVersion;
    volatile Map<String, CallView> shown = Map.of();

    LiveCall(CallRecord row, @Nullable InboundNumber inbound, CallSnapshot snapshot, Legs legs, Alarms alarms) {
        this.row = row;
        this.inbound = inbound;
        this.snapshot = snapshot;
        this.legs = legs;
        this.alarms = alarms;
    }

    public String id() {
        return row.id;
    }

    public CallId callId() {
        return new CallId(row.id);
    }

    public CallState state() {
        return snapshot.state();
    }

    /** Both talk, nothing is on hold and nobody is being joined. */
    public boolean isConnected() {
        return snapshot.state() == CallState.UP && snapshot.joined();
    }

    /** Both talk, or the agent put the other party on hold. */
    public boolean isTransferable() {
        return isConnected() || snapshot.state() == CallState.HELD;
    }

    public Legs legs() {
        return legs;
    }

    public Alarms alarms() {
        return alarms;
    }

    /** The agent whose call it is. */
    public Optional<String> agent() {
        return Optional.ofNullable(row.agent);
    }

    public Optional<LegId> agentLeg() {
        return Optional.ofNullable(agentLeg);
    }

    public Optional<LegId> otherLeg() {
        return Optional.ofNullable(otherLeg);
    }

    /** The customer, or whom the agent called. */
    public Party party() {
        return new Party(row.partyNumber, row.partyName);
    }

    public CallView.PartyView partyView() {
        return new CallView.PartyView(row.partyNumber, row.partyName);
    }

    /** The inbound number it came by. */
    public Optional<InboundNumber> inbound() {
        return Optional.ofNullable(inbound);
    }

    /** When it first entered its queue: its place. */
    public Optional<Instant> place() {
        return Optional.ofNullable(row.queuedAt);
    }

    public int transfers() {
        return row.transfers;
    }

    public Optional<Takeover> takeover() {
        return Optional.ofNullable(takeover);
    }

    /** Remembers that this agent's phone is reserved; it is released when the agent has no leg of the call. */
    public void reserved(String username) {
        reserved.add(username);
    }

    /** The phones that another call had reserved for legs which are this one's now. */
    public void reserved(Set<String> usernames) {
        reserved.addAll(usernames);
    }

    /** Whether this agent's phone is this call's. */
    public boolean hasReserved(String username) {
        return reserved.contains(username);
    }

    /** Adds a change to the next step. */
    public void add(RowChange change) {
        unwritten.add(change);
    }

    /** All that the next step has to write. */
    public List<RowChange> takeUnwritten() {
        List<RowChange> taken = new ArrayList<>(legs.takeUnwritten());
        taken.addAll(unwritten);
        unwritten.clear();
        return taken;
    }

    boolean isOver() {
        return snapshot.state() == CallState.ENDED && legs.isEmpty();
    }
}
