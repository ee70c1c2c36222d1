package org.supertransfer.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.OperationId;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.callcontrol.RingTone;
import org.supertransfer.sip.leg.Legs;

/**
 * One run: customers call, an application without sense asks the legs for anything at any time, phones do what they like.
 * Then all calm down, and what both sides know is compared; then everything is hung up, and nothing may be left.
 */
final class Race {
    private static final Duration CALM = Duration.ofSeconds(140);
    private static final Duration GOODBYE = Duration.ofSeconds(100);
    private static final int MOST_LEGS = 8;

    private final SimWorld world;
    private final SimCentre centre;
    private final SplittableRandom random;
    private final Recorder recorder;
    private final Legs legs;
    private final List<String> faults = new ArrayList<>();
    private boolean acting = true;
    private int ids;

    Race(long seed) {
        world = new SimWorld(seed);
        random = world.chance();
        recorder = new Recorder(world);
        centre = new SimCentre(world, recorder);
        legs = centre.legs();
        recorder.next(this::react);
    }

    Ladder ladder() {
        return world.ladder();
    }

    long datagrams() {
        return world.network().carried();
    }

    /** What was wrong; empty when all was well. */
    List<String> run() {
        Duration wild = Duration.ofMillis(random.nextLong(15_000, 60_000));
        begin(wild);
        world.time().pass(wild);
        calm();
        hangUp();
        return faults;
    }

    private void begin(Duration wild) {
        int calls = random.nextInt(1, 4);
        for (int i = 0; i < calls; i++) {
            SimPhone caller = pick(centre.customers());
            boolean offers = random.nextInt(4) > 0;
            world.time().after(soon(wild.toMillis() / 2), () -> {
                if (!caller.dead()) {
                    caller.call(
                            "sip:0401234567@" + caller.host(), "sip:0201234500@" + SimCentre.HOST + ":5060", offers);
                }
            });
        }
        if (random.nextInt(3) == 0) {
            dial(new CallId("call-" + ids++), null);
        }
        misfortune(wild);
        world.time().after(soon(3_000), this::move);
    }

    private void misfortune(Duration wild) {
        SimPhone unlucky = pick(centre.phones());
        switch (random.nextInt(8)) {
            case 0 -> world.time().after(soon(wild.toMillis()), unlucky::die);
            case 1 -> world.time().after(soon(wild.toMillis()), unlucky::reboot);
            case 2 -> unlucky.forgetful();
            case 3 -> unlucky.stubborn();
            default -> {}
        }
    }

    private Duration soon(long millis) {
        return Duration.ofMillis(random.nextLong(millis));
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** What a sensible application would do, most of the time and a little later. */
    private void react(CallEvent event) {
        if (event instanceof CallEvent.Incoming in) {
            later(() -> ring(in.leg()));
            later(() -> dial(in.call(), in.leg()));
        } else if (event instanceof CallEvent.Answered answered) {
            later(() -> joinWithSomebody(answered.leg()));
        }
    }

    private void later(Runnable task) {
        if (random.nextInt(8) > 0) {
            world.time().after(random.nextInt(3) > 0 ? soon(20) : soon(1_500), () -> {
                if (acting) {
                    task.run();
                }
            });
        }
    }

    private void joinWithSomebody(LegId leg) {
        recorder.live().stream()
                .filter(known -> known.id.equals(leg))
                .findFirst()
                .ifPresent(known -> others(known).findFirst().ifPresent(other -> join(other.id, leg)));
    }

    private Stream<Recorder.Known> others(Recorder.Known leg) {
        return recorder.live().stream().filter(other -> other != leg && other.call.equals(leg.call));
    }

    private void move() {
        if (!acting) {
            return;
        }
        List<Recorder.Known> live = recorder.live();
        if (!live.isEmpty()) {
            move(pick(live));
        }
        world.time().after(random.nextInt(4) == 0 ? soon(50) : soon(5_000), this::move);
    }

    private void move(Recorder.Known leg) {
        List<Recorder.Known> others = others(leg).toList();
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> {
                if (!others.isEmpty()) {
                    join(leg.id, pick(others).id);
                }
            }
            case 4, 5 -> hold(leg.id);
            case 6, 7 -> dial(leg.call, random.nextInt(5) == 0 ? null : leg.id);
            case 8 -> ring(leg.id);
            case 9 -> hangUp(leg);
            default -> {}
        }
    }

    private void ring(LegId leg) {
        legs.ring(leg, random.nextBoolean() ? RingTone.RINGING : RingTone.QUEUED);
    }

    private void dial(CallId call, @Nullable LegId dialledFor) {
        if (recorder.known() >= MOST_LEGS) {
            return;
        }
        LegId leg = new LegId("leg-" + ids++);
        Destination to = random.nextInt(4) == 0
                ? new Destination.Outside("+358401000001")
                : new Destination.Address(
                        "sip:1201@" + pick(centre.desks()).node().address());
        recorder.dialling(leg, call);
        say("dial " + leg.value() + (dialledFor == null ? "" : " for " + word(dialledFor)));
        legs.dial(new DialRequest(
                leg, call, to, dialledFor, random.nextBoolean(), new Party("0401234567", "Bob"), null, null));
    }

    private void join(LegId a, LegId b) {
        OperationId operation = new OperationId("join-" + ids++);
        recorder.asking(operation, a, b);
        say("join " + word(a) + " " + word(b));
        legs.join(a, b, operation);
    }

    private OperationId hold(LegId leg) {
        OperationId operation = new OperationId("hold-" + ids++);
        recorder.asking(operation, leg, null);
        say("hold " + word(leg));
        legs.hold(leg, operation);
        return operation;
    }

    private void hangUp(Recorder.Known leg) {
        say("hang up " + word(leg.id));
        recorder.hangingUp(leg.id);
        legs.hangUp(leg.id, EndCause.of(EndCause.Kind.NORMAL));
    }

    private String word(LegId leg) {
        return world.ladder().word(leg.value());
    }

    private void say(String what) {
        world.ladder().line("  asks " + what);
    }

    /** Nobody has an idea of his own any more: both ends of every dialog come to agree. */
    private void calm() {
        say("calm");
        acting = false;
        centre.phones().forEach(SimPhone::behave);
        world.time().pass(CALM);
        if (!quiet()) {
            faults.add("it does not become quiet");
        }
        faults.addAll(new Agreement(legs, recorder, centre.phones(), world.ladder()).faults());
        List<OperationId> probes = recorder.live().stream()
                .filter(leg -> legs.snapshot(leg.id).isPresent() && leg.hungUpAt < 0)
                .map(leg -> hold(leg.id))
                .toList();
        world.time().pass(Duration.ofSeconds(20));
        probes.stream()
                .filter(probe -> !recorder.outcome(probe).equals("Held"))
                .forEach(probe -> faults.add(probe.value() + " of a willing phone: " + recorder.outcome(probe)));
        recorder.allReported();
    }

    /** Steps to an instant at which nothing is under way; refreshes go on, so it is not the end of all tasks. */
    private boolean quiet() {
        long end = world.time().micros() + 60_000_000;
        while (world.time().micros() < end) {
            if (centre.idle()) {
                return true;
            }
            if (!world.time().step()) {
                return true;
            }
        }
        return false;
    }

    private void hangUp() {
        say("all hang up");
        recorder.live().forEach(this::hangUp);
        world.time().pass(GOODBYE);
        recorder.allEnded();
        while (world.time().step()) {
            if (world.time().micros() > 600_000_000L) {
                faults.add("timers are left: " + world.time().pending());
                break;
            }
        }
        faults.addAll(recorder.faults());
        faults.addAll(centre.leftovers());
    }
}
