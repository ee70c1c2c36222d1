package org.supertransfer.sip.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.PhoneAccount;
import org.supertransfer.sip.transport.Answers;
import org.supertransfer.sip.transport.RequestListener;
import org.supertransfer.sip.transport.SipEndpoint;
import org.supertransfer.sip.transport.SipNode;
import org.supertransfer.sip.transport.Source;
import org.supertransfer.sip.wire.DigestAnswer;
import org.supertransfer.sip.wire.MovableClock;
import org.supertransfer.sip.wire.Text;
import org.supertransfer.sip.wire.UdpPeer;

/** Who may begin a call, seen on the wire. */
class AdmissionTest {
    private static final String DOMAIN = "supertransfer.test";
    private static final SipNode NODE = new SipNode(SipEndpoint.of("127.0.0.1", 0));

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Registrar registrar = new Registrar(DOMAIN, new MovableClock(), timer, change -> {});
    private final BlockingQueue<Verdict> verdicts = new LinkedBlockingQueue<>();
    private UdpPeer caller;

    @BeforeAll
    static void open() throws IOException {
        NODE.start();
    }

    @AfterAll
    static void close() {
        NODE.stop();
    }

    @BeforeEach
    void peer() {
        caller = new UdpPeer(NODE.port());
        registrar.accounts(List.of(
                new PhoneAccount("anna", "1201", "secret", null),
                new PhoneAccount("ulla", "1301", null, "sip:1301@127.0.0.1:7301")));
    }

    @AfterEach
    void hangUp() {
        caller.close();
        timer.shutdownNow();
    }

    private void allow(String... trunks) {
        Admission admission = new Admission(registrar, List.of(trunks), List.of(DOMAIN, "127.0.0.1"));
        NODE.calls(new Admitting(admission));
    }

    private Text inviteFrom(String uri) {
        return new Text("INVITE", caller.port()).header("From", "<" + uri + ">;tag=t" + System.nanoTime());
    }

    private Verdict nextVerdict() throws InterruptedException {
        Verdict verdict = verdicts.poll(5, TimeUnit.SECONDS);
        if (verdict == null) {
            throw new AssertionError("nobody was judged");
        }
        return verdict;
    }

    @Test
    void allowedHost_isATrunk() throws InterruptedException {
        allow("127.0.0.1");
        caller.send(inviteFrom("sip:0401234567@carrier.test"));
        assertThat(nextVerdict()).isEqualTo(new Verdict.FromTrunk("127.0.0.1"));
    }

    @Test
    void allowedHostAndPort_onlyThatPortIsATrunk() throws InterruptedException {
        allow("127.0.0.1:" + caller.port());
        caller.send(inviteFrom("sip:0401234567@carrier.test"));
        assertThat(nextVerdict()).isInstanceOf(Verdict.FromTrunk.class);
        try (UdpPeer neighbour = new UdpPeer(NODE.port())) {
            neighbour.send(new Text("INVITE", neighbour.port()).header("From", "<sip:x@carrier.test>;tag=n"));
            assertThat(nextVerdict()).isInstanceOf(Verdict.Silent.class);
        }
    }

    @Test
    void stranger_getsNothingBut100() throws InterruptedException {
        allow("192.0.2.1");
        caller.send(inviteFrom("sip:100@198.51.100.1"));
        assertThat(nextVerdict()).isInstanceOf(Verdict.Silent.class);
        assertThat(caller.receiveWithin(Duration.ofMillis(300)).filter(answer -> !answer.contains(" 100 ")))
                .isEmpty();
    }

    @Test
    void ourDomainKnownOrNot_challengedAlike() {
        allow("192.0.2.1");
        assertThat(caller.ask(inviteFrom("sip:anna@" + DOMAIN))).startsWith("SIP/2.0 401 ");
        assertThat(caller.ask(inviteFrom("sip:nobody@" + DOMAIN))).startsWith("SIP/2.0 401 ");
        assertThat(caller.ask(inviteFrom("sip:1201@127.0.0.1"))).startsWith("SIP/2.0 401 ");
    }

    @Test
    void accountFromATrunksAddress_challengedNotTakenForACustomer() {
        allow("127.0.0.1");
        assertThat(caller.ask(inviteFrom("sip:anna@" + DOMAIN))).startsWith("SIP/2.0 401 ");
    }

    @Test
    void rightDigest_isThePhone() throws InterruptedException {
        allow("192.0.2.1");
        Text invite = inviteFrom("sip:anna@" + DOMAIN);
        DigestAnswer answer = DigestAnswer.to(caller.ask(invite), "SHA-256").as("anna", "secret");
        assertThat(nextVerdict()).isInstanceOf(Verdict.Challenge.class);
        caller.send(new Text("INVITE", caller.port())
                .header("From", invite.value("From"))
                .header("Call-ID", invite.value("Call-ID"))
                .header("CSeq", "2 INVITE")
                .header("Authorization", answer.header("INVITE", "sip:service@127.0.0.1", 1)));
        assertThat(nextVerdict()).isEqualTo(new Verdict.FromPhone("anna"));
    }

    @Test
    void fixedContact_isThePhoneByItsAddressAlone() throws InterruptedException {
        allow("127.0.0.1");
        registrar.accounts(List.of(new PhoneAccount("ulla", "1301", null, "sip:1301@127.0.0.1:" + caller.port())));
        caller.send(inviteFrom("sip:whoever@example.test"));
        assertThat(nextVerdict()).isEqualTo(new Verdict.FromPhone("ulla"));
    }

    /** Does what it is told by the verdict. */
    private final class Admitting implements RequestListener, Verdict.Visitor<Integer> {
        private final Admission admission;

        Admitting(Admission admission) {
            this.admission = admission;
        }

        @Override
        public void onRequest(Request request, ServerTransaction tx) {
            Verdict verdict = admission.admit(request, Source.of(request));
            int status = verdict.accept(this);
            if (verdict instanceof Verdict.Challenge challenge) {
                Answers.send(tx, challenge.response());
            } else if (status > 0) {
                Answers.send(tx, Answers.of(status, request));
            }
            verdicts.add(verdict);
        }

        @Override
        public void onAck(Request ack) {}

        @Override
        public void onStrayResponse(Response response) {}

        @Override
        public Integer fromTrunk(Verdict.FromTrunk verdict) {
            return Response.BUSY_HERE;
        }

        @Override
        public Integer fromPhone(Verdict.FromPhone verdict) {
            return Response.BUSY_HERE;
        }

        @Override
        public Integer challenge(Verdict.Challenge verdict) {
            return 0;
        }

        @Override
        public Integer refuse(Verdict.Refuse verdict) {
            return verdict.response().getStatusCode();
        }

        @Override
        public Integer silent(Verdict.Silent verdict) {
            return 0;
        }
    }
}
