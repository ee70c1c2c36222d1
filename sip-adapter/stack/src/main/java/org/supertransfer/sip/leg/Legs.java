package org.supertransfer.sip.leg;

import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallEventListener;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.LegSnapshot;
import org.supertransfer.callcontrol.OperationId;
import org.supertransfer.callcontrol.ReferId;
import org.supertransfer.callcontrol.RingTone;
import org.supertransfer.sip.AdapterSettings;
import org.supertransfer.sip.TrunkPeer;
import org.supertransfer.sip.registrar.Admission;
import org.supertransfer.sip.registrar.DigestClient;
import org.supertransfer.sip.registrar.Registrar;
import org.supertransfer.sip.transport.Answers;
import org.supertransfer.sip.transport.RequestListener;
import org.supertransfer.sip.transport.SipSender;
import org.supertransfer.sip.transport.Source;

/**
 * All legs of this node: brings each message and each command to the lane of its call. May be used from any thread; no
 * method waits for the network but {@link #shutdown}.
 */
public final class Legs implements RequestListener {
    private static final System.Logger LOG = System.getLogger(Legs.class.getName());

    private final Surroundings surroundings;
    private final Admission admission;
    private volatile boolean closing;

    /** Legs with the times of real use. */
    @SuppressWarnings("ParameterNumber")
    public Legs(
            SipSender node,
            Registrar registrar,
            Admission admission,
            DigestClient digest,
            AdapterSettings settings,
            CallEventListener sink,
            Clock clock,
            ScheduledExecutorService timer) {
        this(node, registrar, admission, digest, settings, sink, Timing.standard(), timer);
    }

    /** @param timer runs the calls' lanes and their timers; its threads are what calls share */
    @SuppressWarnings("ParameterNumber")
    public Legs(
            SipSender node,
            Registrar registrar,
            Admission admission,
            DigestClient digest,
            AdapterSettings settings,
            CallEventListener sink,
            Timing timing,
            ScheduledExecutorService timer) {
        Names names = Names.of(settings);
        this.admission = admission;
        this.surroundings = new Surroundings(
                new Wire(node, names),
                names,
                timing,
                new LegTable(),
                new Referrals(),
                settings,
                new TrunkChoice(settings),
                registrar,
                digest,
                sink,
                timer);
    }

    /**
     * Who says, for each call outside, which trunks to try and in which order, else all of the settings are; and which
     * addresses those have that the settings name by a name.
     */
    public void trunks(Supplier<List<TrunkPeer>> order, Supplier<Set<String>> addresses) {
        surroundings.trunks().by(order, addresses);
    }

    /** Begins a leg; see {@link org.supertransfer.callcontrol.CallControl#dial}. */
    public void dial(DialRequest request) {
        Call call = surroundings.table().callOfOneMore(request.call(), () -> new Call(request.call(), surroundings));
        Leg leg = new Leg(request.leg(), call, true);
        if (request.dialledFor() != null) {
            surroundings.table().unheard().heard(request.dialledFor());
        }
        if (request.to() instanceof Destination.Phones phones) {
            leg.ofAccount(phones.username());
        }
        surroundings.table().add(leg);
        call.lane().execute(() -> {
            call.add(leg);
            Leg other = request.dialledFor() == null
                    ? null
                    : call.leg(request.dialledFor()).orElse(null);
            Dial dial = new Dial(leg, request, other);
            leg.become(dial);
            dial.begin();
        });
    }

    /** See {@link org.supertransfer.callcontrol.CallControl#ring}. */
    public void ring(LegId caller, RingTone tone) {
        inLane(caller, leg -> leg.caller().ifPresent(waiting -> waiting.ring(tone)));
    }

    /** See {@link org.supertransfer.callcontrol.CallControl#join}. */
    public void join(LegId a, LegId b, OperationId operation) {
        Optional<Leg> known =
                surroundings.table().leg(a).or(() -> surroundings.table().leg(b));
        known.ifPresent(leg -> leg.call().lane().execute(() -> join(leg.call(), new Pair(a, b), operation)));
    }

    private record Pair(LegId a, LegId b) {}

    private static void join(Call call, Pair pair, OperationId operation) {
        Leg a = call.leg(pair.a).orElse(null);
        Leg b = call.leg(pair.b).orElse(null);
        if (a == null || b == null || a == b) {
            call.emit(new CallEvent.JoinFailed(call.id(), pair.a, pair.b, operation, false));
            return;
        }
        Operation last = call.operations().last(a).orElse(null);
        boolean lastOfBoth = last == call.operations().last(b).orElse(null);
        if (lastOfBoth && last == null && a.partner().filter(b::equals).isPresent()) {
            call.emit(new CallEvent.Joined(call.id(), pair.a, pair.b, operation));
        } else if (!(lastOfBoth && last instanceof Join same && same.takes(a, b, operation))) {
            call.operations().add(new Join(a, b, operation));
        }
    }

    /** See {@link org.supertransfer.callcontrol.CallControl#redirect}. */
    public void redirect(LegId dialled, List<DialRequest> instead) {
        inLane(dialled, leg -> leg.side().filter(Dial.class::isInstance).ifPresent(side -> ((Dial) side)
                .redirect(instead)));
    }

    /** See {@link org.supertransfer.callcontrol.CallControl#hold}. */
    public void hold(LegId held, OperationId operation) {
        inLane(held, leg -> {
            if (leg.ended()) {
                leg.call().emit(new CallEvent.HoldFailed(leg.call().id(), held, operation, false));
            } else {
                leg.call().operations().add(new Hold(leg, operation));
            }
        });
    }

    /** See {@link org.supertransfer.callcontrol.CallControl#hangUp}. */
    public void hangUp(LegId gone, EndCause why) {
        inLane(gone, leg -> {
            boolean saysByeItself = why.kind() == EndCause.Kind.TRANSFERRED
                    && leg.referral().filter(Referral::succeeded).isPresent();
            if (saysByeItself) {
                leg.call().lane().after(Referral.COURTESY, () -> hangUp(leg, why));
            } else {
                hangUp(leg, why);
            }
        });
    }

    private static void hangUp(Leg leg, EndCause why) {
        if (!leg.ended()) {
            leg.side().ifPresent(side -> side.hangUp(why));
        }
    }

    /** See {@link org.supertransfer.callcontrol.CallControl#acceptRefer}. */
    public void acceptRefer(ReferId refer) {
        surroundings.referrals().in(refer, Referral::accept);
    }

    /** See {@link org.supertransfer.callcontrol.CallControl#refuseRefer}. */
    public void refuseRefer(ReferId refer, int status, String why) {
        surroundings.referrals().in(refer, referral -> referral.refuse(status, why));
    }

    /** See {@link org.supertransfer.callcontrol.CallControl#reportRefer}. */
    public void reportRefer(ReferId refer, int status, String text) {
        surroundings.referrals().in(refer, referral -> referral.report(status, text));
    }

    /** See {@link org.supertransfer.callcontrol.CallControl#merge}. */
    public void merge(CallId from, CallId into) {
        Optional<Call> kept = surroundings.table().call(into);
        surroundings.table().call(from).ifPresent(call -> kept.ifPresent(other -> Merger.merge(call, other)));
    }

    /** See {@link org.supertransfer.callcontrol.CallControl#snapshot}. */
    public Optional<LegSnapshot> snapshot(LegId id) {
        return surroundings.table().leg(id).flatMap(Leg::snapshot);
    }

    /** How many legs there are, those included that ended a moment ago and still answer what comes late. */
    public int remembered() {
        return surroundings.table().size();
    }

    /** Ends every leg and waits until the other sides know, but no longer than this; takes no new call from now on. */
    public void shutdown(Duration patience) {
        closing = true;
        long end = System.nanoTime() + patience.toNanos();
        EndCause why = EndCause.of(EndCause.Kind.SHUTDOWN);
        for (Leg leg : surroundings.table().live()) {
            hangUp(leg.id(), why);
        }
        surroundings.table().awaitEmpty(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }

    /** How many calls there are, until the last leg of each has ended. */
    public int calls() {
        return surroundings.table().calls();
    }

    /** How many callers came in the last seconds of whom the application has said nothing yet. */
    public int unheard() {
        return surroundings.table().unheard().count();
    }

    private void inLane(LegId id, Consumer<Leg> task) {
        surroundings.table().unheard().heard(id);
        surroundings.table().leg(id).ifPresent(leg -> leg.call().lane().execute(() -> task.accept(leg)));
    }

    @Override
    public void onRequest(Request request, ServerTransaction tx) {
        String callId = Parts.callId(request);
        boolean outside = Parts.toTag(request).isEmpty();
        Optional<Leg> leg = surroundings.table().find(callId, outside ? Parts.fromTag(request) : Parts.toTag(request));
        if (outside && request.getMethod().equals(Request.INVITE)) {
            begin(request, tx, leg.isPresent());
        } else if (outside && request.getMethod().equals(Request.REFER)) {
            OutsideRefer.take(surroundings, admission, request, tx);
        } else if (leg.isPresent() && foreign(leg.get(), request)) {
            LOG.log(Level.INFO, "a {0} that claims the call of a trunk came from elsewhere", request.getMethod());
        } else if (leg.isPresent()) {
            toSide(leg.get(), side -> side.onRequest(request, tx));
        } else {
            Answers.send(tx, Answers.of(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST, request));
        }
    }

    /** A dialog with a trunk is not open to who has only read its tags: no answer at all. */
    private boolean foreign(Leg leg, Request request) {
        Source source = Source.of(request);
        boolean answeredThere =
                leg.dialled() && leg.trunk().filter(source.host()::equals).isPresent();
        return leg.trunk().isPresent() && !answeredThere && !admission.isTrunk(source);
    }

    @Override
    public boolean knows(Request request) {
        String tag = Parts.toTag(request).isEmpty() ? Parts.fromTag(request) : Parts.toTag(request);
        return surroundings.table().find(Parts.callId(request), tag).isPresent();
    }

    /** The same INVITE by another way is a loop or a fork that met again (RFC 3261 section 8.2.2.2). */
    private void begin(Request invite, ServerTransaction tx, boolean known) {
        if (known) {
            Answers.send(tx, Answers.of(Response.LOOP_DETECTED, invite));
        } else if (closing) {
            Answers.send(tx, Answers.of(Response.SERVICE_UNAVAILABLE, invite));
        } else {
            Incoming.take(surroundings, admission, invite, tx);
        }
    }

    @Override
    public void onAck(Request ack) {
        surroundings
                .table()
                .find(Parts.callId(ack), Parts.toTag(ack))
                .ifPresent(leg -> toSide(leg, side -> side.onAck(ack)));
    }

    @Override
    public void onStrayResponse(Response response) {
        String callId = Parts.callId(response);
        String tag = Parts.fromTag(response);
        Optional<Leg> leg = surroundings.table().find(callId, tag);
        if (leg.isPresent()) {
            toSide(leg.get(), side -> side.onStray(response));
        } else if (surroundings.names().ours(callId, tag)) {
            Farewell.say(surroundings.wire(), response);
        }
    }

    private static void toSide(Leg leg, Consumer<Side> task) {
        leg.call().lane().execute(() -> leg.side().ifPresent(task));
    }
}
