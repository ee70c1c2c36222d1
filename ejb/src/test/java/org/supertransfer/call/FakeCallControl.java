package org.supertransfer.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.CallControl;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.LegSnapshot;
import org.supertransfer.callcontrol.OperationId;
import org.supertransfer.callcontrol.PhoneAccount;
import org.supertransfer.callcontrol.ReferId;
import org.supertransfer.callcontrol.RegisteredPhone;
import org.supertransfer.callcontrol.RingTone;
import org.supertransfer.callcontrol.TrunkStatus;

/** A wire that does nothing by itself: it remembers what it was asked, in words, and the test says what comes of it. */
public final class FakeCallControl implements CallControl {
    private volatile List<PhoneAccount> accounts = List.of();

    record JoinAsked(LegId one, LegId other, OperationId operation) {}

    private final List<String> asked = new ArrayList<>();
    private final Map<String, DialRequest> dialled = new LinkedHashMap<>();
    private final Map<LegId, OperationId> holds = new LinkedHashMap<>();
    private final List<JoinAsked> joins = new ArrayList<>();
    private final Map<LegId, EndCause> hungUp = new LinkedHashMap<>();
    private final Map<LegId, String> names = new LinkedHashMap<>();
    private final Map<String, LegId> callers = new LinkedHashMap<>();

    @Nullable
    LegId bob;

    /** A name for a leg in {@link #asked}. */
    void name(LegId leg, String name) {
        names.put(leg, name);
    }

    /** A leg that called us. */
    synchronized void called(LegId leg, String name) {
        names.put(leg, name);
        callers.put(name, leg);
    }

    String name(LegId leg) {
        return names.getOrDefault(leg, "?");
    }

    /** What was asked since the last time, in order. */
    public synchronized List<String> takeAsked() {
        List<String> taken = List.copyOf(asked);
        asked.clear();
        return taken;
    }

    public synchronized DialRequest requestTo(String destination) {
        return Objects.requireNonNull(dialled.get(destination), () -> destination + " was not dialled: " + asked);
    }

    /** Bob's leg, or the latest that was dialled to this destination. */
    synchronized LegId legOf(String who) {
        LegId caller = bob;
        if (who.equals("bob") && caller != null) {
            return caller;
        }
        LegId other = callers.get(who);
        return other == null ? requestTo(who).leg() : other;
    }

    synchronized JoinAsked latestJoin() {
        return joins.get(joins.size() - 1);
    }

    synchronized OperationId holdOf(LegId leg) {
        return Objects.requireNonNull(holds.get(leg), () -> name(leg) + " was not held: " + asked);
    }

    synchronized Map<LegId, EndCause> takeHungUp() {
        Map<LegId, EndCause> taken = Map.copyOf(hungUp);
        hungUp.clear();
        return taken;
    }

    @Override
    public synchronized void dial(DialRequest request) {
        String to = request.to().accept(new Words());
        dialled.put(to, request);
        name(request.leg(), to);
        asked.add("dial " + to);
    }

    @Override
    public synchronized void ring(LegId caller, RingTone tone) {
        asked.add("ring " + name(caller) + " " + tone);
    }

    @Override
    public synchronized void join(LegId a, LegId b, OperationId operation) {
        joins.add(new JoinAsked(a, b, operation));
        asked.add("join " + name(a) + " " + name(b));
    }

    @Override
    public synchronized void redirect(LegId leg, List<DialRequest> instead) {
        List<String> ways = instead.stream()
                .map(request -> request.to().accept(new Words()))
                .toList();
        asked.add("redirect " + name(leg) + " to " + ways);
    }

    @Override
    public synchronized void hold(LegId leg, OperationId operation) {
        holds.put(leg, operation);
        asked.add("hold " + name(leg));
    }

    @Override
    public synchronized void hangUp(LegId leg, EndCause why) {
        hungUp.put(leg, why);
        asked.add("hangUp " + name(leg) + " " + why.kind());
    }

    @Override
    public synchronized void acceptRefer(ReferId refer) {
        asked.add("accept REFER");
    }

    @Override
    public synchronized void refuseRefer(ReferId refer, int status, String why) {
        asked.add("refuse REFER " + status + " " + why);
    }

    @Override
    public synchronized void reportRefer(ReferId refer, int status, String text) {
        asked.add("report REFER " + status);
    }

    @Override
    public synchronized void merge(CallId from, CallId into) {
        asked.add("merge");
    }

    @Override
    public void accounts(Collection<PhoneAccount> replacing) {
        accounts = List.copyOf(replacing);
    }

    /** Whose phones may register. */
    public List<PhoneAccount> accounts() {
        return accounts;
    }

    @Override
    public Optional<LegSnapshot> snapshot(LegId leg) {
        return Optional.empty();
    }

    @Override
    public List<TrunkStatus> trunks() {
        return List.of(new TrunkStatus("10.0.0.1:5060/udp", TrunkStatus.State.UNKNOWN, null, false));
    }

    @Override
    public List<RegisteredPhone> registrations() {
        return List.of(new RegisteredPhone("alice", "1201", "sip:alice@10.0.0.9:5060", Instant.EPOCH));
    }

    @Override
    public boolean listening() {
        return true;
    }

    private static final class Words implements Destination.Visitor<String> {
        @Override
        public String phones(Destination.Phones to) {
            return to.username();
        }

        @Override
        public String address(Destination.Address to) {
            return to.uri();
        }

        @Override
        public String outside(Destination.Outside to) {
            return to.number();
        }
    }
}
