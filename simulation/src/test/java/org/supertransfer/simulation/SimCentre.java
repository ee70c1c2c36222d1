package org.supertransfer.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.supertransfer.callcontrol.CallEventListener;
import org.supertransfer.sip.AdapterSettings;
import org.supertransfer.sip.TrunkPeer;
import org.supertransfer.sip.WireSettings;
import org.supertransfer.sip.leg.Legs;
import org.supertransfer.sip.leg.Timing;
import org.supertransfer.sip.registrar.Admission;
import org.supertransfer.sip.registrar.DigestClient;
import org.supertransfer.sip.registrar.Registrar;
import org.supertransfer.sip.transport.Screened;
import org.supertransfer.sip.transport.SipEndpoint;

/** The real legs on a simulated node, customers who come by a trunk, desk phones, and two trunks to go out by. */
public final class SimCentre {
    public static final String HOST = "10.0.0.1";
    private static final List<String> TRUNKS = List.of("10.0.2.1", "10.0.2.2");

    private final SimWorld world;
    private final SimNode node;
    private final Legs legs;
    private final Registrar registrar;
    private final List<SimPhone> customers;
    private final List<SimPhone> desks;
    private final List<SimPhone> trunks;
    private final List<SimPhone> users;

    public SimCentre(SimWorld world, CallEventListener sink) {
        this.world = world;
        node = new SimNode(world.network(), world.time(), HOST, 5060);
        world.ladder().name(node.address(), "node");
        customers = phones("customer", "10.0.1.", 2);
        desks = phones("desk", "10.0.3.", 3);
        trunks = phones("trunk", "10.0.2.", 2);
        users = phones("user", "10.0.4.", 1);
        AdapterSettings settings = settings();
        registrar = new Registrar(settings.domain(), world.time().clock(), new VirtualTime(), change -> {});
        Admission admission = new Admission(registrar, settings.trunkAllow(), settings.ourHosts());
        Timing timing = Timing.standard()
                .withRefresh(Duration.ofSeconds(45), Duration.ofSeconds(25))
                .withRandom(world.chance());
        legs = new Legs(node, registrar, admission, new DigestClient(null, null), settings, sink, timing, world.time());
        node.start(new Screened(legs));
        phones().forEach(phone -> world.network().quality(phone.host(), SimNetwork.Quality.of(world.chance())));
    }

    private List<SimPhone> phones(String name, String net, int count) {
        List<SimPhone> made = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            made.add(new SimPhone(world, name + i, net + i));
        }
        return made;
    }

    private static AdapterSettings settings() {
        return new AdapterSettings(
                SipEndpoint.of(HOST, 5060),
                "supertransfer.local",
                TRUNKS.stream().map(host -> new TrunkPeer(host, 5060, "udp")).toList(),
                List.of("10.0.1.1", "10.0.1.2", "10.0.2.1", "10.0.2.2"),
                null,
                null,
                Duration.ofSeconds(15),
                WireSettings.plain());
    }

    public Legs legs() {
        return legs;
    }

    public Registrar registrar() {
        return registrar;
    }

    public List<SimPhone> customers() {
        return customers;
    }

    public List<SimPhone> desks() {
        return desks;
    }

    public List<SimPhone> trunks() {
        return trunks;
    }

    /** A phone of the house that is no agent's. */
    public SimPhone user() {
        return users.get(0);
    }

    public List<SimPhone> phones() {
        return Stream.of(customers, desks, trunks, users).flatMap(List::stream).toList();
    }

    /** Whether no datagram is under way and nobody waits for an answer to one. */
    public boolean idle() {
        return world.network().inFlight() == 0
                && world.time().next() - world.time().micros() > 10_000
                && !node.busy()
                && phones().stream()
                        .noneMatch(phone -> phone.node().busy()
                                || phone.calls().stream().anyMatch(call -> call.up() && call.negotiating()));
    }

    /** What should be gone and is not. */
    public List<String> leftovers() {
        List<String> left = new ArrayList<>(node.faults());
        node.unanswered()
                .forEach(request -> left.add("never answered: " + world.ladder().word(request)));
        if (legs.remembered() > 0) {
            left.add("legs that are remembered: " + legs.remembered());
        }
        if (node.transactions() > 0) {
            left.add("transactions of the node: " + node.transactions());
        }
        phones().forEach(phone -> left.addAll(phone.complaints()));
        phones().forEach(phone -> phone.calls().stream()
                .filter(call -> call.state() != SimCall.State.GONE)
                .forEach(call -> left.add(phone.name() + " is left " + call.state() + " in "
                        + world.ladder().word(call.dialog().callId))));
        return left;
    }
}
