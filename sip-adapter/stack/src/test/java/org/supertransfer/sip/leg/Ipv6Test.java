package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.OperationId;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.callcontrol.PhoneAccount;
import org.supertransfer.sip.AdapterSettings;
import org.supertransfer.sip.registrar.Admission;
import org.supertransfer.sip.registrar.DigestClient;
import org.supertransfer.sip.registrar.Registrar;
import org.supertransfer.sip.transport.SipEndpoint;
import org.supertransfer.sip.transport.SipNode;

/** A call where every address on the wire is IPv6: a customer by the trunk, an agent's registered phone, a trunk out. */
class Ipv6Test {
    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(2);
    private final BlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();
    private final SipNode node = new SipNode(SipEndpoint.of("::1", 0));
    private final int sippPort = Sipps.freePort();
    private Relay bobsWay;
    private Relay annasWay;
    private Relay carolsWay;
    private Peer bob;
    private Peer anna;
    private Peer carol;
    private Legs legs;

    @BeforeEach
    void open() throws IOException {
        node.start();
        bobsWay = new Relay("::1", node.port());
        annasWay = new Relay("::1", node.port());
        carolsWay = new Relay("::1", node.port());
        bob = peer("bob", bobsWay);
        anna = peer("anna", annasWay);
        carol = peer("carol", carolsWay);
        String trunk = "[::1]:" + carolsWay.outerPort();
        AdapterSettings settings = AdapterSettings.of(Map.of(
                "ST_SIP_ADDRESS",
                "::1",
                "ST_TRUNK",
                "sip:" + trunk,
                "ST_TRUNK_ALLOW",
                "[::1]:" + bobsWay.outerPort() + ",[::1]:" + sippPort + "," + trunk));
        Registrar registrar = new Registrar(settings.domain(), Clock.systemUTC(), pool, change -> {});
        registrar.accounts(List.of(new PhoneAccount("anna", "1202", "secret", null)));
        node.registrations(registrar);
        Admission admission = new Admission(registrar, settings.trunkAllow(), settings.ourHosts());
        legs = new Legs(
                node,
                registrar,
                admission,
                new DigestClient(null, null),
                settings,
                events::add,
                Timing.standard(),
                pool);
        node.calls(legs);
    }

    private static Peer peer(String name, Relay way) {
        Peer peer = new Peer(name, way.innerPort());
        String own = "127.0.0.1:" + peer.port();
        way.towards(peer.port()).saying(head -> head.lines()
                .map(line -> line.startsWith("Call-ID") ? line : inIpv6(line, own, way.outerPort()))
                .collect(Collectors.joining("\r\n")));
        return peer;
    }

    private static String inIpv6(String line, String own, int outerPort) {
        return line.replace(own, "[::1]:" + outerPort).replace("127.0.0.1", "[::1]");
    }

    @AfterEach
    void close() {
        pool.shutdownNow();
        node.stop();
        List.of(bob, anna, carol).forEach(Peer::close);
        List.of(bobsWay, annasWay, carolsWay).forEach(Relay::close);
    }

    private <E extends CallEvent> E event(Class<E> kind) throws InterruptedException {
        CallEvent next = events.poll(10, TimeUnit.SECONDS);
        while (next != null && !kind.isInstance(next)) {
            next = events.poll(10, TimeUnit.SECONDS);
        }
        assertThat(next).isInstanceOf(kind);
        return kind.cast(next);
    }

    private LegId dial(CallEvent.Incoming caller, Destination to) {
        LegId leg = LegId.random();
        Party party = new Party("0401234567", "Bob");
        legs.dial(new DialRequest(leg, caller.call(), to, caller.leg(), true, party, null, null));
        return leg;
    }

    @Test
    void callOverIpv6_endToEnd() throws InterruptedException {
        Registering.of(anna, "anna", "secret");
        Phone customer = Phone.call(bob, node.port(), "0201234500", Sdps.audio(5000));
        CallEvent.Incoming incoming = event(CallEvent.Incoming.class);
        LegId agent = dial(incoming, new Destination.Phones("anna"));
        Phone phone = Phone.waitFor(anna);
        assertThat(phone.invite().header("Via")).contains("[::1]:" + node.port());
        assertThat(phone.invite().contact()).contains("@[::1]:" + node.port());
        phone.answer(Sdps.audio(6000));
        event(CallEvent.Answered.class);
        legs.join(incoming.leg(), agent, OperationId.random());
        phone.next("ACK");
        customer.answered(null);
        event(CallEvent.Joined.class);

        LegId outside = dial(incoming, new Destination.Outside("+358401234567"));
        Phone target = Phone.waitFor(carol);
        assertThat(target.invite().uri()).contains("[::1]:" + carolsWay.outerPort());
        target.answer(Sdps.audio(7000));
        event(CallEvent.Answered.class);
        legs.hangUp(outside, EndCause.of(EndCause.Kind.NORMAL));
        target.next("BYE");

        customer.send("BYE", null);
        customer.response("BYE", 200);
        legs.hangUp(agent, EndCause.of(EndCause.Kind.NORMAL));
        phone.next("BYE");
    }

    @Test
    void customerIsTransferredOverIpv6_everySippEndsContent(@TempDir Path logs) throws Exception {
        Sipps.assumeInstalled();
        int agentPort = Sipps.freePort();
        int targetPort = Sipps.freePort();
        try (Sipps sipps = new Sipps("::1", logs)) {
            sipps.phone("phone.xml", agentPort, 6000);
            sipps.phone("phone.xml", targetPort, 7000);
            sipps.customer("customer.xml", sippPort, node.port());
            CallEvent.Incoming incoming = event(CallEvent.Incoming.class);
            LegId agent = joined(incoming, agentPort);
            LegId target = joined(incoming, targetPort);
            legs.hangUp(agent, EndCause.of(EndCause.Kind.TRANSFERRED));
            legs.hangUp(target, EndCause.of(EndCause.Kind.NORMAL));
            legs.hangUp(incoming.leg(), EndCause.of(EndCause.Kind.NORMAL));
            sipps.endContent();
        }
    }

    private LegId joined(CallEvent.Incoming caller, int port) throws InterruptedException {
        LegId leg = dial(caller, new Destination.Address("sip:phone@[::1]:" + port));
        event(CallEvent.Answered.class);
        legs.join(caller.leg(), leg, OperationId.random());
        event(CallEvent.Joined.class);
        return leg;
    }
}
