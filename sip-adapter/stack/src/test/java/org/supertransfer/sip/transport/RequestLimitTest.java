package org.supertransfer.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.supertransfer.sip.transport.RequestLimit.Verdict;
import org.supertransfer.sip.wire.Text;
import org.supertransfer.sip.wire.UdpPeer;

/** Strangers in a hurry, counted by address. */
class RequestLimitTest {
    private static final Source EVE = new Source("203.0.113.9", 5060, "udp");

    private final AtomicLong now = new AtomicLong();
    private final RequestLimit limit =
            new RequestLimit(10, source -> source.host().equals("10.0.0.1"), now::get);

    @Test
    void burst_takenThenRefusedThenDropped_andTakenAgainLater() {
        for (int request = 0; request < 40; request++) {
            assertThat(limit.judge(EVE)).isEqualTo(Verdict.TAKE);
        }
        for (int request = 0; request < 10; request++) {
            assertThat(limit.judge(EVE)).isEqualTo(Verdict.REFUSE);
        }
        for (int request = 0; request < 1_000; request++) {
            assertThat(limit.judge(EVE)).isEqualTo(Verdict.DROP);
        }
        now.addAndGet(3_000_000_000L);
        assertThat(limit.judge(EVE)).isEqualTo(Verdict.TAKE);
    }

    @Test
    void anotherAddressAndAnExemptOne_notConcerned() {
        for (int request = 0; request < 100; request++) {
            limit.judge(EVE);
            assertThat(limit.judge(new Source("10.0.0.1", 5060, "udp"))).isEqualTo(Verdict.TAKE);
        }
        assertThat(limit.judge(new Source("203.0.113.10", 5060, "udp"))).isEqualTo(Verdict.TAKE);
    }

    @Test
    void forgedAddresses_costNoMemory() {
        for (int address = 0; address < 50_000; address++) {
            limit.judge(new Source("2001:db8::" + Integer.toHexString(address), 5060, "udp"));
        }
        assertThat(limit.remembered()).isEqualTo(10_000);
    }

    @Test
    void manyAddressesAtOnce_boundedAllTogether_theExemptOneIsNot() {
        int taken = 0;
        for (int address = 0; address < 5_000; address++) {
            taken += limit.judge(new Source("10.1." + address / 250 + "." + address % 250, 5060, "udp")) == Verdict.TAKE
                    ? 1
                    : 0;
        }
        assertThat(taken).isEqualTo(20 * 40);
        assertThat(limit.judge(new Source("10.0.0.1", 5060, "udp"))).isEqualTo(Verdict.TAKE);
        now.addAndGet(1_100_000_000L * 2);
        assertThat(limit.judge(EVE)).isEqualTo(Verdict.TAKE);
    }

    private void onTheWire(RequestLimit limited, Consumer<UdpPeer> story) throws IOException {
        SipNode node = new SipNode(SipEndpoint.of("127.0.0.1", 0));
        node.limit(limited);
        node.start();
        try (UdpPeer eve = new UdpPeer(node.port())) {
            story.accept(eve);
        } finally {
            node.stop();
        }
    }

    @Test
    void tooMuchOnTheWire_503WithRetryAfter() throws IOException {
        onTheWire(new RequestLimit(5, source -> false, now::get), eve -> {
            for (int request = 0; request < 20; request++) {
                assertThat(eve.ask(new Text("SUBSCRIBE", eve.port()))).startsWith("SIP/2.0 405 ");
            }
            String refusal = eve.ask(new Text("INVITE", eve.port()));
            assertThat(refusal).startsWith("SIP/2.0 503 ").contains("CSeq: 1 INVITE");
            assertThat(Text.of(refusal, "Retry-After")).isNotEmpty();
        });
    }

    @Test
    void optionsOfAStranger_noAnswer_alsoWithoutALimit() throws IOException {
        onTheWire(new RequestLimit(0, source -> false, now::get), eve -> {
            eve.send(new Text("OPTIONS", eve.port()));
            assertThat(eve.ask(new Text("SUBSCRIBE", eve.port()))).contains("CSeq: 1 SUBSCRIBE");
        });
    }

    @Test
    void optionsOfAPhone_answered() throws IOException {
        onTheWire(
                new RequestLimit(5, source -> true, now::get),
                eve -> assertThat(eve.ask(new Text("OPTIONS", eve.port()))).startsWith("SIP/2.0 200 "));
    }
}
