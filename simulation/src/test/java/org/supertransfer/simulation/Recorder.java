package org.supertransfer.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallEventListener;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.OperationId;

/** Hears all that the legs report, and holds it against what the port promises. */
final class Recorder implements CallEventListener {
    private static final long OPERATION_MICROS = 12_100_000;
    /** An answer whose ACK is waited for, and then a BYE that nobody answers: each 32 s. */
    private static final long GOODBYE_MICROS = 70_000_000;

    /** A leg that was dialled or came in. */
    static final class Known {
        final LegId id;
        final CallId call;
        final boolean dialled;
        final List<String> story = new ArrayList<>();
        boolean ended;
        long hungUpAt = -1;

        @Nullable
        OperationId last;

        Known(LegId id, CallId call, boolean dialled) {
            this.id = id;
            this.call = call;
            this.dialled = dialled;
        }

        boolean answered() {
            return story.contains("Answered") || story.contains("Joined");
        }
    }

    /** A hold ({@code other} null) or a join. */
    record Asked(LegId leg, @Nullable LegId other, long at, boolean legLived, List<String> reports) {}

    private final SimWorld world;
    private final Map<LegId, Known> legs = new LinkedHashMap<>();
    private final Map<OperationId, Asked> operations = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private CallEventListener next = event -> {};

    Recorder(SimWorld world) {
        this.world = world;
    }

    void next(CallEventListener listener) {
        next = listener;
    }

    List<String> faults() {
        return faults;
    }

    List<Known> live() {
        return legs.values().stream().filter(leg -> !leg.ended).toList();
    }

    int known() {
        return legs.size();
    }

    Known dialling(LegId id, CallId call) {
        Known leg = new Known(id, call, true);
        legs.put(id, leg);
        return leg;
    }

    void asking(OperationId operation, LegId leg, @Nullable LegId other) {
        Known known = legs.get(leg);
        boolean lived = known != null && !known.ended;
        operations.put(operation, new Asked(leg, other, world.time().micros(), lived, new ArrayList<>()));
        wanted(leg, operation);
        if (other != null) {
            wanted(other, operation);
        }
    }

    /** From now on its end is due. */
    void hangingUp(LegId leg) {
        Known known = legs.get(leg);
        if (known != null && known.hungUpAt < 0) {
            known.hungUpAt = world.time().micros();
        }
    }

    /** A command as it goes to the legs, whoever gives it. */
    void asks(String command, Object[] arguments) {
        switch (command) {
            case "dial" -> {
                DialRequest dial = (DialRequest) arguments[0];
                dialling(dial.leg(), dial.call());
                world.ladder().name(dial.leg().value(), "out-" + legs.size());
            }
            case "join" -> asking((OperationId) arguments[2], (LegId) arguments[0], (LegId) arguments[1]);
            case "hold" -> asking((OperationId) arguments[1], (LegId) arguments[0], null);
            case "hangUp" -> hangingUp((LegId) arguments[0]);
            default -> {}
        }
        if (!command.equals("snapshot")) {
            world.ladder()
                    .line("  asks " + command
                            + Arrays.stream(arguments).map(this::word).collect(Collectors.joining()));
        }
    }

    /** Nothing of what a run chooses by itself: the same seed makes the same lines. */
    private String word(Object argument) {
        if (argument instanceof LegId leg) {
            return " " + world.ladder().word(leg.value());
        } else if (argument instanceof DialRequest dial) {
            return " " + world.ladder().word(dial.leg().value()) + " " + dial.to();
        }
        return argument instanceof EndCause why ? " " + why.kind() : "";
    }

    private void wanted(LegId leg, OperationId operation) {
        Optional.ofNullable(legs.get(leg)).ifPresent(known -> known.last = operation);
    }

    /** What came of an operation so far; empty text when nothing. */
    String outcome(OperationId operation) {
        Asked asked = operations.get(operation);
        return asked == null || asked.reports.isEmpty() ? "" : asked.reports.get(0);
    }

    @Override
    public void onEvent(CallEvent event) {
        if (event instanceof CallEvent.OfLeg of) {
            heard(of);
        }
        next.onEvent(event);
    }

    private void heard(CallEvent.OfLeg event) {
        String what = event.getClass().getSimpleName();
        if (event instanceof CallEvent.Incoming) {
            legs.put(event.leg(), new Known(event.leg(), event.call(), false));
            world.ladder().name(event.leg().value(), "in-" + legs.size());
        }
        world.ladder()
                .line("  heard " + what + " " + world.ladder().word(event.leg().value())
                        + (event instanceof CallEvent.Ended ended
                                ? " " + ended.cause().kind()
                                : ""));
        Known leg = legs.get(event.leg());
        if (leg == null) {
            faults.add(what + " of an unknown leg");
            return;
        }
        takes(leg, what);
        report(event, what);
    }

    private void takes(Known leg, String what) {
        boolean late = what.equals("JoinFailed") || what.equals("HoldFailed");
        if (leg.ended && !late) {
            faults.add(name(leg) + " spoke after its end: " + what);
        }
        boolean once = !late && !what.equals("Held") && !what.equals("Joined") && !what.equals("PartyHold");
        if (once && leg.story.contains(what)) {
            faults.add(name(leg) + " said twice " + what);
        }
        leg.story.add(what);
        leg.ended |= what.equals("Ended");
        if (what.equals("Ended") && leg.hungUpAt >= 0 && world.time().micros() - leg.hungUpAt > GOODBYE_MICROS) {
            faults.add(name(leg) + " took too long to be hung up");
        }
    }

    private void report(CallEvent.OfLeg event, String what) {
        OperationId operation = operationOf(event);
        Asked asked = operation == null ? null : operations.get(operation);
        if (asked != null) {
            asked.reports.add(what);
            if (asked.reports.size() > 1 || !asked.leg.equals(event.leg())) {
                faults.add("an operation of " + world.ladder().word(asked.leg.value()) + " reported " + asked.reports);
            }
            if (world.time().micros() - asked.at > OPERATION_MICROS) {
                faults.add("an operation of " + world.ladder().word(asked.leg.value()) + " took too long");
            }
        } else if (operation != null) {
            faults.add(what + " that nobody asked for");
        }
    }

    private static @Nullable OperationId operationOf(CallEvent.OfLeg event) {
        if (event instanceof CallEvent.Held held) {
            return held.operation();
        } else if (event instanceof CallEvent.HoldFailed failed) {
            return failed.operation();
        } else if (event instanceof CallEvent.Joined joined) {
            return joined.operation();
        }
        return event instanceof CallEvent.JoinFailed failed ? failed.operation() : null;
    }

    private String name(Known leg) {
        return world.ladder().word(leg.id.value());
    }

    /** Every operation has reported, but those whose leg has ended in their stead. */
    void allReported() {
        operations.values().stream()
                .filter(asked -> asked.reports.isEmpty() && asked.legLived)
                .filter(asked -> !ended(asked.leg))
                .forEach(asked -> faults.add("an operation of " + world.ladder().word(asked.leg.value()) + " at "
                        + asked.at / 1e6 + " never reported"));
    }

    private boolean ended(LegId leg) {
        Known known = legs.get(leg);
        return known == null || known.ended;
    }

    void allEnded() {
        live().forEach(leg -> faults.add(name(leg) + " never ended: " + leg.story));
    }
}
