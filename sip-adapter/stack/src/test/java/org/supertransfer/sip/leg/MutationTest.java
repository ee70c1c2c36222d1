package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.sip.wire.Mutator;
import org.supertransfer.sip.wire.TcpPeer;
import org.supertransfer.sip.wire.Text;
import org.supertransfer.sip.wire.Torture;
import org.supertransfer.sip.wire.UdpPeer;

/**
 * Broken messages outside and inside calls, by UDP and TCP: nothing fails inside, the node answers all along, and calls
 * work afterwards. {@code -Dsupertransfer.fuzz.seconds=600} for a long run, {@code -Dsupertransfer.fuzz.seed} for another.
 */
class MutationTest {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("supertransfer.fuzz.seconds", 5));
    private static final long SEED = Long.getLong("supertransfer.fuzz.seed", 4475L);
    private static final int ROUND = 200;
    private static final List<String> METHODS =
            List.of("INVITE", "ACK", "BYE", "CANCEL", "UPDATE", "INFO", "PRACK", "OPTIONS", "REFER", "NOTIFY");
    private static final Logger OURS = Logger.getLogger("org.supertransfer.sip");

    private final Wired wired = new Wired();
    private final Random random = new Random(SEED);
    private final Mutator mutator = new Mutator(random);
    private final List<Torture> catalogue = Torture.all();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Handler ears = new Ears();

    private final class Ears extends Handler {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.SEVERE.intValue()) {
                failures.add(line.getMessage() + " " + line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void listen() {
        OURS.addHandler(ears);
    }

    @AfterEach
    void close() {
        OURS.removeHandler(ears);
        wired.close();
    }

    @Test
    void brokenMessages_breakNothing() {
        Instant end = Instant.now().plus(LENGTH);
        int rounds = 0;
        try (UdpPeer trunk = new UdpPeer(wired.node.port(), wired.trunkPort())) {
            while (Instant.now().isBefore(end)) {
                insideACall("02012345" + ++rounds);
                outsideOverUdp(trunk);
                outsideOverTcp();
                assertThat(failures).as("supertransfer.fuzz.seed=%d", SEED).isEmpty();
                stillAnswers();
                giveUpCalls();
            }
        }
        System.out.println(3 * ROUND * rounds + " broken messages in " + LENGTH.toSeconds() + " s, seed " + SEED);
        wired.up("0209999999", wired.peer("last"));
    }

    private void insideACall(String number) {
        Wired.Up up = wired.up(number, wired.peer("agent" + number));
        for (int sent = 0; sent < ROUND; sent++) {
            String method = METHODS.get(random.nextInt(METHODS.size()));
            boolean offers = method.equals("INVITE") || method.equals("UPDATE");
            Message message = up.bob().request(method, offers ? Sdps.audio(5000) : null);
            wired.bob.send(mutator.mutated(message.text()));
        }
        wired.legs.hangUp(up.customer(), EndCause.of(EndCause.Kind.NORMAL));
        wired.legs.hangUp(up.agent(), EndCause.of(EndCause.Kind.NORMAL));
    }

    private void outsideOverUdp(UdpPeer trunk) {
        for (int sent = 0; sent < ROUND; sent++) {
            trunk.send(mutator.mutated(next().message("UDP", trunk.port(), wired.node.port())));
        }
    }

    /** A connection of its own each time: what follows a broken message on a stream is anybody's guess. */
    private void outsideOverTcp() {
        for (int sent = 0; sent < ROUND / 10; sent++) {
            try (TcpPeer stranger = new TcpPeer(wired.node.port())) {
                for (int more = 0; more < 10; more++) {
                    stranger.send(mutator.mutated(next().message("TCP", stranger.port(), wired.node.port())));
                }
            } catch (UncheckedIOException closedByTheNode) {
                // The next one has a connection of its own.
            }
        }
    }

    private Torture next() {
        return catalogue.get(random.nextInt(catalogue.size()));
    }

    private void stillAnswers() {
        try (UdpPeer udp = new UdpPeer(wired.node.port());
                TcpPeer tcp = new TcpPeer(wired.node.port())) {
            assertThat(udp.ask(new Text("OPTIONS", udp.port()))).startsWith("SIP/2.0 ");
            assertThat(tcp.ask(TcpPeer.request("OPTIONS", tcp.port()))).startsWith("SIP/2.0 ");
        }
    }

    /** Some broken INVITEs are sound enough to be calls. */
    private void giveUpCalls() {
        for (CallEvent event : wired.seen()) {
            if (event instanceof CallEvent.Incoming incoming) {
                wired.legs.hangUp(incoming.leg(), EndCause.of(EndCause.Kind.NORMAL));
            }
        }
        wired.seen().clear();
    }
}
