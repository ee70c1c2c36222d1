package org.supertransfer.sip.trunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.TrunkStatus;
import org.supertransfer.sip.TrunkPeer;
import org.supertransfer.sip.TrunkSettings;
import org.supertransfer.sip.registrar.DigestClient;
import org.supertransfer.sip.transport.SipEndpoint;
import org.supertransfer.sip.transport.SipFactories;
import org.supertransfer.sip.transport.SipNode;
import org.supertransfer.sip.wire.MovableClock;
import org.supertransfer.sip.wire.Text;
import org.supertransfer.sip.wire.UdpPeer;

/** Two trunks on the wire: probed, resting, registered at. */
class TrunksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final SipNode node = new SipNode(SipEndpoint.of("127.0.0.1", 0));
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final MovableClock clock = new MovableClock();
    private UdpPeer first;
    private UdpPeer second;

    @BeforeEach
    void open() throws IOException {
        node.start();
        first = new UdpPeer(node.port());
        second = new UdpPeer(node.port());
    }

    @AfterEach
    void close() {
        timer.shutdownNow();
        node.stop();
        first.close();
        second.close();
    }

    private static TrunkPeer peer(UdpPeer at) {
        return new TrunkPeer("127.0.0.1", at.port(), "udp");
    }

    private Trunks trunks(@Nullable String user, int probeSeconds) {
        List<TrunkPeer> peers = user == null ? List.of(peer(first), peer(second)) : List.of(peer(first));
        TrunkSettings settings = new TrunkSettings(peers, user, user != null, probeSeconds);
        return new Trunks(node, settings, new DigestClient(user, user == null ? null : "secret"), clock, timer);
    }

    private static String answer(String request, String status, String... more) {
        StringBuilder answer = new StringBuilder("SIP/2.0 " + status + "\r\n");
        for (String name : List.of("Via", "From", "Call-ID", "CSeq")) {
            answer.append(name).append(": ").append(Text.of(request, name)).append("\r\n");
        }
        answer.append("To: ").append(Text.of(request, "To")).append(";tag=peer\r\n");
        List.of(more).forEach(line -> answer.append(line).append("\r\n"));
        return answer.append("Content-Length: 0\r\n\r\n").toString();
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time").isLessThan(end);
            Thread.sleep(100);
        }
    }

    /** Answers each probe for a while, the way a trunk that lives does. */
    private void answering(UdpPeer trunk, BooleanSupplier until) throws InterruptedException {
        until(() -> {
            trunk.receiveWithin(Duration.ofMillis(50))
                    .filter(request -> request.startsWith("OPTIONS "))
                    .ifPresent(request -> trunk.send(answer(request, "404 Not Found")));
            return until.getAsBoolean();
        });
    }

    @Test
    void trunkThatDoesNotAnswerItsProbe_skippedUntilItDoes() throws InterruptedException {
        Trunks trunks = trunks(null, 1);
        assertThat(trunks.toTry()).containsExactly(peer(first), peer(second));
        trunks.start();
        assertThat(first.receive()).startsWith("OPTIONS sip:127.0.0.1:" + first.port() + " SIP/2.0");
        answering(second, () -> trunks.toTry().equals(List.of(peer(second))));
        answering(first, () -> trunks.toTry().contains(peer(first)));
    }

    @Test
    void noTrunkAnswers_allAreTried() throws InterruptedException {
        Trunks trunks = trunks(null, 1);
        trunks.start();
        List<TrunkPeer> both = List.of(peer(first), peer(second));
        answering(first, () -> trunks.toTry().equals(List.of(peer(first))));
        until(() -> trunks.toTry().equals(both));
    }

    @Test
    void retryAfter_pausesTheTrunkForThatLong() throws Exception {
        Trunks trunks = trunks(null, 0);
        SipFactories make = SipFactories.get();
        Request invite = make.message().createRequest("INVITE sip:1@127.0.0.1:" + first.port() + " SIP/2.0\r\n\r\n");
        Response busy = make.message().createResponse("SIP/2.0 503 Service Unavailable\r\nRetry-After: 30\r\n\r\n");
        assertThat(states(trunks)).containsExactly(TrunkStatus.State.UNKNOWN, TrunkStatus.State.UNKNOWN);
        trunks.onResponse(invite, busy);
        assertThat(trunks.toTry()).containsExactly(peer(second));
        assertThat(states(trunks)).containsExactly(TrunkStatus.State.DOWN, TrunkStatus.State.UNKNOWN);
        assertThat(trunks.status().get(0).since()).isEqualTo(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        clock.advance(Duration.ofSeconds(31));
        assertThat(trunks.toTry()).containsExactly(peer(first), peer(second));
        assertThat(states(trunks)).containsExactly(TrunkStatus.State.UP, TrunkStatus.State.UNKNOWN);
        assertThat(trunks.status().get(0).since()).isBefore(clock.instant());
    }

    private static List<TrunkStatus.State> states(Trunks trunks) {
        return trunks.status().stream().map(TrunkStatus::state).toList();
    }

    @Test
    void registers_answersTheChallenge_renews_andTakesItBack() {
        Trunks trunks = trunks("us", 0);
        trunks.start();
        String register = first.receive();
        assertThat(register).startsWith("REGISTER sip:127.0.0.1:" + first.port() + " SIP/2.0");
        assertThat(Text.of(register, "From")).contains("<sip:us@127.0.0.1>");
        assertThat(Text.of(register, "Contact")).contains("<sip:us@127.0.0.1:" + node.port() + ">");
        first.send(
                answer(register, "401 Unauthorized", "WWW-Authenticate: Digest realm=\"t\",nonce=\"n\",qop=\"auth\""));
        String again = first.receive();
        assertThat(Text.of(again, "Authorization")).contains("username=\"us\"").contains("nonce=\"n\"");
        assertThat(Text.of(again, "Call-ID")).isEqualTo(Text.of(register, "Call-ID"));
        first.send(answer(again, "200 OK", "Contact: " + Text.of(again, "Contact") + ";expires=2"));
        String renewed = first.receive();
        assertThat(Text.of(renewed, "CSeq")).isEqualTo("3 REGISTER");
        first.send(answer(renewed, "200 OK", "Expires: 600"));
        List<String> end = new ArrayList<>();
        Thread stopping = new Thread(() -> trunks.stop(5_000));
        takenBack(stopping, end);
        assertThat(Text.of(end.get(0), "Expires")).isEqualTo("0");
    }

    /** The stop waits for the trunk's answer to its last REGISTER. */
    private void takenBack(Thread stopping, List<String> end) {
        try {
            // The 200 must be taken before there is anything to take back.
            until(() -> node.listening()
                    && second.receiveWithin(Duration.ofMillis(300)).isEmpty());
            stopping.start();
            end.add(first.receive());
            assertThat(stopping.isAlive()).isTrue();
            first.send(answer(end.get(0), "200 OK"));
            stopping.join(5_000);
            assertThat(stopping.isAlive()).isFalse();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void refusedRegistration_triedAgainLater_andTooBriefWithMore() {
        Trunks trunks = trunks("us", 0);
        trunks.start();
        String register = first.receive();
        first.send(answer(register, "423 Interval Too Brief", "Min-Expires: 1800"));
        String longer = first.receive();
        assertThat(Text.of(longer, "Expires")).isEqualTo("1800");
        first.send(answer(longer, "500 Server Internal Error"));
        assertThat(first.receiveWithin(Duration.ofSeconds(4))).isEmpty();
        assertThat(first.receive()).startsWith("REGISTER ");
    }
}
