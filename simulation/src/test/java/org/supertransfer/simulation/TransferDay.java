package org.supertransfer.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.AgentService;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.call.CallService;
import org.supertransfer.call.CallView;
import org.supertransfer.call.Calls;
import org.supertransfer.directory.TargetType;
import org.supertransfer.transfer.MessageCode;
import org.supertransfer.transfer.TransferMethod;
import org.supertransfer.transfer.TransferOrder;
import org.supertransfer.transfer.TransferService;
import org.supertransfer.transfer.TransferState;
import org.supertransfer.transfer.TransferView;

/** One run with the rules: customers call, agents transfer them in every way at any instant, phones do what they like. */
final class TransferDay {
    private static final Duration EVENING = Duration.ofSeconds(260);

    private final SimApplication application;
    private final SimWorld world;
    private final SimCentre centre;
    private final SplittableRandom random;
    private final Recorder recorder;
    private final Told told;
    private final List<String> faults = new ArrayList<>();
    private boolean acting = true;

    TransferDay(SimApplication application, long seed) {
        this.application = application;
        this.world = new SimWorld(seed);
        this.random = world.chance();
        this.recorder = new Recorder(world);
        this.centre = application.enter(world, recorder);
        this.told = application.get(Told.class);
    }

    Ladder ladder() {
        return world.ladder();
    }

    int transfers() {
        return told.changes().size();
    }

    /** The endings that transfers of this run had. */
    List<TransferState> endings() {
        return told.changes().values().stream().map(TransferDay::last).toList();
    }

    private static TransferState last(List<TransferView> states) {
        return states.get(states.size() - 1).state();
    }

    /** What was wrong; empty when all was well. */
    List<String> run() {
        Duration open = Duration.ofMillis(random.nextLong(40_000, 100_000));
        SimApplication.AGENTS.forEach(name -> wants(name, Availability.AVAILABLE));
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            world.time().after(soon(open.toMillis() / 2), this::customerCalls);
        }
        misfortune(open);
        world.time().after(soon(5_000), this::move);
        world.time().pass(open);
        closing();
        return faults;
    }

    private void misfortune(Duration open) {
        List<SimPhone> phones = centre.phones();
        SimPhone unlucky = phones.get(random.nextInt(phones.size()));
        switch (random.nextInt(10)) {
            case 0 -> world.time().after(soon(open.toMillis()), unlucky::die);
            case 1 -> world.time().after(soon(open.toMillis()), unlucky::reboot);
            default -> {}
        }
    }

    private Duration soon(long millis) {
        return Duration.ofMillis(random.nextLong(millis));
    }

    private void wants(String agent, Availability wanted) {
        application.get(AgentService.class).setState(agent, wanted);
        world.ladder().line("  " + agent + " " + wanted);
    }

    private <T> void command(String what, Supplier<T> command) {
        boolean taken = application.turns().command(command).isPresent();
        world.ladder().line("  " + what + (taken ? "" : ": refused"));
    }

    private void customerCalls() {
        SimPhone caller = centre.customers().get(random.nextInt(2));
        if (!caller.dead()) {
            caller.call(
                    "sip:0401234567@" + caller.host(),
                    "sip:" + SimApplication.SERVICE + "@" + SimCentre.HOST + ":5060",
                    random.nextInt(5) > 0);
        }
    }

    private void move() {
        if (!acting) {
            return;
        }
        String agent = SimApplication.AGENTS.get(random.nextInt(3) > 0 ? 0 : random.nextInt(3));
        List<CallView> calls = application.get(CallService.class).liveCalls(agent).stream()
                .sorted(Comparator.comparing(CallView::since).thenComparing(CallView::direction))
                .toList();
        if (calls.isEmpty()) {
            wants(agent, Availability.AVAILABLE);
        } else {
            move(agent, calls.get(random.nextInt(calls.size())));
        }
        world.time().after(random.nextInt(4) == 0 ? soon(200) : soon(6_000), this::move);
    }

    private void move(String agent, CallView call) {
        CallService calls = application.get(CallService.class);
        String transfer = call.transferId();
        if (transfer != null) {
            steer(agent, call, UUID.fromString(transfer));
            return;
        }
        switch (random.nextInt(10)) {
            case 0 -> command(agent + " hangs up", () -> done(() -> calls.hangUp(agent, call.id())));
            case 1 -> command(agent + " holds", () -> done(() -> calls.hold(agent, call.id())));
            case 2 -> command(agent + " resumes", () -> done(() -> calls.resume(agent, call.id())));
            default -> transfer(agent, call);
        }
    }

    private static boolean done(Runnable command) {
        command.run();
        return true;
    }

    private static Caller caller(String agent) {
        return new Caller(agent, Set.of(Role.AGENT));
    }

    private void transfer(String agent, CallView call) {
        int kind = random.nextInt(3);
        TransferOrder.Target target = target();
        TransferOrder order = new TransferOrder(
                call.id(), kind == 0 ? TransferMethod.BLIND : TransferMethod.ATTENDED, kind == 2, false, target);
        UUID id = UUID.randomUUID();
        String what = agent + " transfers " + order.method() + (order.consult() ? " consulting " : " ") + target;
        command(what, () -> application.get(TransferService.class).put(caller(agent), id, order));
    }

    private TransferOrder.Target target() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> agent("carol");
            case 2 -> agent("dave");
            case 3 -> new TransferOrder.Target(TargetType.INBOUND, SimApplication.SUPPORT, null);
            case 4 -> new TransferOrder.Target(TargetType.USER, "1301", null);
            default -> new TransferOrder.Target(TargetType.NUMBER, null, "+358401000001");
        };
    }

    private static TransferOrder.Target agent(String name) {
        return new TransferOrder.Target(TargetType.AGENT, name, null);
    }

    private void steer(String agent, CallView call, UUID id) {
        TransferService transfers = application.get(TransferService.class);
        TransferView seen = latest(id.toString());
        long version = seen == null ? 0 : seen.version();
        switch (random.nextInt(8)) {
            case 0, 1 -> command(agent + " completes", () -> transfers.complete(caller(agent), id, version));
            case 2, 3 -> command(agent + " swaps", () -> transfers.swap(caller(agent), id, version));
            case 4 -> command(agent + " cancels", () -> transfers.cancel(caller(agent), id, version));
            case 5 ->
                command(
                        agent + " hangs up",
                        () -> done(() -> application.get(CallService.class).hangUp(agent, call.id())));
            default -> {}
        }
    }

    private @Nullable TransferView latest(String id) {
        List<TransferView> states = told.changes().get(id);
        return states == null ? null : states.get(states.size() - 1);
    }

    /** Everybody comes to rest, then hangs up; nothing of the day may be left. */
    private void closing() {
        world.ladder().line("  calm");
        acting = false;
        centre.phones().forEach(SimPhone::behave);
        SimApplication.AGENTS.forEach(name -> wants(name, Availability.AWAY));
        world.time().pass(Duration.ofSeconds(140));
        quiet();
        faults.addAll(new Agreement(centre.legs(), recorder, centre.phones(), world.ladder()).faults());
        world.ladder().line("  all hang up");
        centre.phones().forEach(phone -> List.copyOf(phone.calls()).forEach(SimCall::hangUp));
        world.time().pass(EVENING);
        left();
    }

    private void quiet() {
        long end = world.time().micros() + 60_000_000;
        while (!centre.idle() && world.time().micros() < end && world.time().step()) {
            // one more
        }
        if (!centre.idle()) {
            faults.add("it does not become quiet");
        }
    }

    private void left() {
        told.changes().forEach(this::over);
        application.get(Calls.class).all().forEach(call -> faults.add("call left: " + call));
        SimApplication.AGENTS.stream()
                .filter(name -> application.get(Agents.class).availability(name) != Availability.AWAY)
                .forEach(name -> faults.add(
                        name + " is left " + application.get(Agents.class).availability(name)));
        recorder.allReported();
        recorder.allEnded();
        faults.addAll(recorder.faults());
        faults.addAll(centre.leftovers());
    }

    private void over(String id, List<TransferView> states) {
        TransferView end = states.get(states.size() - 1);
        if (!endedOnce(states) || !end.state().isEnding() || end.outcome() != end.state()) {
            faults.add("a transfer went "
                    + states.stream().map(TransferView::state).toList());
        }
        List<MessageCode> messages = told.messages(id);
        boolean blind = end.method() == TransferMethod.BLIND;
        if (blind && (!messages.equals(List.of(MessageCode.TRANSFER_STARTED)) || told.shown(id) != 1)) {
            faults.add("a blind transfer told " + messages + ", showed " + told.shown(id));
        }
        boolean succeeded = messages.contains(MessageCode.TRANSFER_SUCCEEDED);
        if (!blind && succeeded != (end.state() == TransferState.COMPLETED)) {
            faults.add("a transfer ended " + end.state() + " and told " + messages);
        }
    }

    /** Its ending is told once, and once more when its target outside leaves later. */
    private static boolean endedOnce(List<TransferView> states) {
        List<TransferView> ended =
                states.stream().filter(view -> view.state().isEnding()).toList();
        return switch (ended.size()) {
            case 1 -> true;
            case 2 ->
                ended.get(0).state() == ended.get(1).state()
                        && ended.get(0).billedSeconds() == null
                        && ended.get(1).billedSeconds() != null;
            default -> false;
        };
    }
}
