package org.supertransfer.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.Party;
import org.supertransfer.sip.AdapterSettings;
import org.supertransfer.sip.leg.Legs;
import org.supertransfer.sip.registrar.Admission;
import org.supertransfer.sip.registrar.DigestClient;
import org.supertransfer.sip.registrar.Registrar;
import org.supertransfer.sip.trunk.Trunks;
import org.supertransfer.sip.wire.Text;
import org.supertransfer.sip.wire.UdpPeer;

/** A trunk whose name stands for two machines (RFC 3263 section 4.3): a call that one does not take goes to the other. */
class TrunkFailoverTest {
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final BlockingQueue<CallEvent> events = new LinkedBlockingQueue<>();
    private NameServer dns;
    private SipNode node;
    private UdpPeer first;
    private UdpPeer second;
    private Trunks trunks;
    private Legs legs;

    @BeforeEach
    void open() throws IOException {
        dns = new NameServer();
        node = new SipNode(SipEndpoint.of("127.0.0.1", 0), null, dns.address());
        node.start();
        first = new UdpPeer(node.port());
        second = new UdpPeer(node.port());
        dns.srv("_sip._udp.trunk.test.", 1, 0, first.port(), "one.trunk.test.")
                .srv("_sip._udp.trunk.test.", 2, 0, second.port(), "two.trunk.test.")
                .a("one.trunk.test.", "127.0.0.1")
                .a("two.trunk.test.", "127.0.0.1");
        AdapterSettings settings = AdapterSettings.of(Map.of("ST_TRUNK", "sip:trunk.test;transport=udp"));
        Registrar registrar = new Registrar(settings.domain(), Clock.systemUTC(), timer, change -> {});
        Admission admission = new Admission(registrar, settings.trunkAllow(), settings.ourHosts());
        DigestClient digest = new DigestClient(null, null);
        trunks = new Trunks(node, settings.wire().trunks(), digest, Clock.systemUTC(), timer);
        legs = new Legs(node, registrar, admission, digest, settings, events::add, Clock.systemUTC(), timer);
        legs.trunks(trunks::toTry, trunks::addresses);
        node.calls(legs);
        trunks.start();
    }

    @AfterEach
    void close() {
        timer.shutdownNow();
        node.stop();
        first.close();
        second.close();
        dns.close();
    }

    private void dial() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (trunks.addresses().isEmpty()) {
            assertThat(System.nanoTime()).as("looked up").isLessThan(end);
            Thread.sleep(100);
        }
        Destination to = new Destination.Outside("+358401234567");
        Party us = new Party("0201234500", null);
        legs.dial(new DialRequest(LegId.random(), CallId.random(), to, null, false, us, null, null));
    }

    private static String next(UdpPeer peer, String method) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < end) {
            String message = peer.receiveWithin(Duration.ofSeconds(10)).orElse("");
            if (message.startsWith(method + " ")) {
                return message;
            }
        }
        throw new AssertionError("no " + method);
    }

    private <E extends CallEvent> E event(Class<E> kind) throws InterruptedException {
        CallEvent next = events.poll(10, TimeUnit.SECONDS);
        while (next != null && !kind.isInstance(next)) {
            next = events.poll(10, TimeUnit.SECONDS);
        }
        assertThat(next).isInstanceOf(kind);
        return kind.cast(next);
    }

    @Test
    void firstHasNoLine_theSecondGetsTheCall_asOneOfItsOwn() throws InterruptedException {
        dial();
        String invite = next(first, "INVITE");
        assertThat(invite).startsWith("INVITE sip:+358401234567@trunk.test");
        first.send(Requests.answer(invite, "503 Service Unavailable"));

        String other = next(second, "INVITE");
        assertThat(Text.of(other, "Via")).isNotEqualTo(Text.of(invite, "Via"));
        second.send(Requests.answer(other, "486 Busy Here"));

        assertThat(event(CallEvent.Ended.class).cause().sipStatus()).isEqualTo(486);
        assertThat(first.receiveWithin(Duration.ofMillis(300)).orElse("ACK")).startsWith("ACK");
    }

    @Test
    void firstSaysNothing_theSecondGetsTheCall_andTheNextOneAtOnce() throws InterruptedException {
        dial();
        next(first, "INVITE");

        String other = next(second, "INVITE");
        second.send(Requests.answer(other, "486 Busy Here"));
        event(CallEvent.Ended.class);

        dial();
        String again = next(second, "INVITE");
        assertThat(Text.of(again, "Call-ID")).isNotEqualTo(Text.of(other, "Call-ID"));
    }

    @Test
    void bothHaveNoLine_failsAfterEachWasAskedOnce() throws InterruptedException {
        dial();
        for (UdpPeer each : List.of(first, second)) {
            each.send(Requests.answer(next(each, "INVITE"), "503 Service Unavailable"));
        }

        assertThat(event(CallEvent.Ended.class).cause().sipStatus()).isEqualTo(503);
    }

    @Test
    void firstRefusesTheNumber_theSecondIsNotAsked() throws InterruptedException {
        dial();
        first.send(Requests.answer(next(first, "INVITE"), "404 Not Found"));

        assertThat(event(CallEvent.Ended.class).cause().sipStatus()).isEqualTo(404);
        assertThat(second.receiveWithin(Duration.ofMillis(300))).isEmpty();
    }
}
