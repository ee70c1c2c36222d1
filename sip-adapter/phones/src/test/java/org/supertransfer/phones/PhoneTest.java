package org.supertransfer.phones;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.supertransfer.phones.PhoneCall.State.CONNECTED;
import static org.supertransfer.phones.PhoneCall.State.ENDED;
import static org.supertransfer.phones.PhoneCall.State.RINGING;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bob calls Alice directly; each side of the wire is looked at. */
class PhoneTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final PhoneNetwork HERE = PhoneNetwork.open();
    private static final PhoneNetwork THERE = PhoneNetwork.open();

    private final Phone bob = HERE.phone("0401234567", "Bob");
    private final Phone alice = THERE.phone("alice");

    @AfterEach
    void nobodyBrokeTheProtocol() {
        assertThat(HERE.faults()).isEmpty();
        assertThat(THERE.faults()).isEmpty();
    }

    @AfterAll
    static void freeThePorts() {
        HERE.close();
        THERE.close();
    }

    @Test
    void answeredCall_bothHearEachOther() {
        alice.behaves(Behaviour.answersAfter(Duration.ofMillis(50)));
        PhoneCall his = bob.call(alice.uri()).await(CONNECTED, SOON);
        PhoneCall hers = alice.awaitCall(SOON);
        hers.log().await("ACK", SOON);

        assertThat(his.talksWith(hers)).isTrue();
        assertThat(alice.hears(bob)).isTrue();
        assertThat(hers.remoteSdp().orElseThrow().endpoint()).isEqualTo(his.mediaEndpoint());
        assertThat(hers.invite().orElseThrow().header("From").orElseThrow()).contains("\"Bob\" <sip:0401234567@");
        assertThat(his.log().count(m -> m.is(180, "INVITE"))).isEqualTo(1);
    }

    @Test
    void callerHangsUp_calledSeesBye() {
        alice.behaves(Behaviour.answersAfter(Duration.ZERO));
        PhoneCall his = bob.call(alice.uri()).await(CONNECTED, SOON);
        his.hangUp();
        his.log().await(m -> m.is(200, "BYE"), SOON);

        PhoneCall hers = alice.calls().get(0).await(ENDED, SOON);
        assertThat(hers.ending()).contains(new Ending(true, 200, null));
        assertThat(his.ending()).contains(new Ending(false, 200, null));
    }

    @Test
    void calledHangsUpAtOnce_byeWaitsForTheAck() {
        alice.behaves(Behaviour.answersAfter(Duration.ZERO).hangsUpAfter(Duration.ZERO));
        PhoneCall his = bob.call(alice.uri()).await(ENDED, SOON);

        assertThat(his.ending().orElseThrow().byFarEnd()).isTrue();
        assertThat(alice.calls().get(0).log().all().stream()
                        .map(WireMessage::toString)
                        .filter(line -> line.contains("ACK") || line.contains("> BYE")))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("< ACK");
    }

    @Test
    void busy_callerGets486() {
        alice.behaves(Behaviour.busy());
        PhoneCall his = bob.call(alice.uri()).await(ENDED, SOON);
        assertThat(his.ending()).contains(new Ending(true, 486, null));
    }

    @Test
    void declined_callerGets603AfterRinging() {
        alice.behaves(Behaviour.declinesAfter(Duration.ofMillis(100)));
        PhoneCall his = bob.call(alice.uri()).await(RINGING, SOON).await(ENDED, SOON);
        assertThat(his.ending().orElseThrow().status()).isEqualTo(603);
    }

    @Test
    void callerGivesUp_calledGetsCancel() {
        PhoneCall his = bob.call(alice.uri()).await(RINGING, SOON);
        his.hangUp();
        PhoneCall hers = alice.awaitCall(SOON).await(ENDED, SOON);
        his.await(ENDED, SOON);

        assertThat(hers.ending()).contains(new Ending(true, 487, null));
        assertThat(his.ending()).contains(new Ending(false, 487, null));
    }

    @Test
    void silentPhone_answersNothingAtAll() throws IOException {
        alice.behaves(Behaviour.silence());
        try (DatagramSocket caller = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            caller.setSoTimeout(700); // the stack's own 100 would come after 200 ms
            byte[] invite = rawInvite(caller.getLocalPort()).getBytes(StandardCharsets.US_ASCII);
            caller.send(new DatagramPacket(invite, invite.length, InetAddress.getLoopbackAddress(), THERE.port()));
            alice.log().await("INVITE", SOON);
            assertThatThrownBy(() -> caller.receive(new DatagramPacket(new byte[2000], 2000)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(alice.calls()).isEmpty();
    }

    private String rawInvite(int port) {
        return """
                INVITE %s SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.1:%d;branch=z9hG4bKsilent;rport
                From: <sip:bob@127.0.0.1:%d>;tag=1
                To: <%s>
                Call-ID: silence
                CSeq: 1 INVITE
                Max-Forwards: 70
                Contact: <sip:bob@127.0.0.1:%d>
                Content-Length: 0

                """
                .formatted(alice.uri(), port, port, alice.uri(), port)
                .replace("\n", "\r\n");
    }

    @Test
    void holdAndResume_directionsFollow() {
        alice.behaves(Behaviour.answersAfter(Duration.ZERO));
        PhoneCall his = bob.call(alice.uri()).await(CONNECTED, SOON);
        PhoneCall hers = alice.awaitCall(SOON);

        assertThat(hers.hold()).succeedsWithin(SOON).isEqualTo(200);
        assertThat(his.flow()).isEqualTo(Direction.RECVONLY);
        assertThat(hers.hears(his)).isFalse();
        assertThat(his.hears(hers)).isTrue();
        assertThat(hers.resume()).succeedsWithin(SOON).isEqualTo(200);
        assertThat(his.talksWith(hers)).isTrue();
        assertThat(his.remoteSdp().orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void offerlessReinvite_offerIn200AnswerInAck() {
        alice.behaves(Behaviour.answersAfter(Duration.ZERO));
        PhoneCall his = bob.call(alice.uri()).await(CONNECTED, SOON);
        assertThat(his.renegotiate(Direction.SENDRECV, false))
                .succeedsWithin(SOON)
                .isEqualTo(200);

        PhoneCall hers = alice.awaitCall(SOON);
        WireMessage ack = hers.log().await(m -> m.is("ACK") && m.sdp().isPresent(), SOON);
        assertThat(ack.sdp().orElseThrow().endpoint()).isEqualTo(his.mediaEndpoint());
        assertThat(hers.log().last(m -> m.is("INVITE")).orElseThrow().sdp()).isEmpty();
    }

    @Test
    void delayedOffer_bothHearEachOther() {
        alice.behaves(Behaviour.answersAfter(Duration.ZERO));
        PhoneCall his = bob.call(alice.uri(), CallOptions.DELAYED_OFFER).await(CONNECTED, SOON);
        PhoneCall hers = alice.awaitCall(SOON);
        hers.await("to hear", call -> call.talksWith(his), SOON);
    }

    @Test
    void reinvitesCross_bothEndAt200() {
        alice.behaves(Behaviour.answersAfter(Duration.ZERO));
        PhoneCall his = bob.call(alice.uri()).await(CONNECTED, SOON);
        PhoneCall hers = alice.awaitCall(SOON);
        hers.log().await("ACK", SOON);
        var mine = his.hold();
        var other = hers.hold();

        assertThat(mine).succeedsWithin(Duration.ofSeconds(15)).isEqualTo(200);
        assertThat(other).succeedsWithin(Duration.ofSeconds(15)).isEqualTo(200);
    }

    @Test
    void refusedReinvite_everythingStays() {
        alice.behaves(Behaviour.answersAfter(Duration.ZERO)).answersNextReinvites(488);
        PhoneCall his = bob.call(alice.uri()).await(CONNECTED, SOON);
        assertThat(his.hold()).succeedsWithin(SOON).isEqualTo(488);
        assertThat(his.talksWith(alice.awaitCall(SOON))).isTrue();
    }

    @Test
    void requestsInTheDialog_areAnswered() {
        alice.behaves(Behaviour.answersAfter(Duration.ZERO));
        PhoneCall his = bob.call(alice.uri()).await(CONNECTED, SOON);
        for (String method : new String[] {"INFO", "OPTIONS", "UPDATE"}) {
            assertThat(his.send(method, null, null)).succeedsWithin(SOON).isEqualTo(200);
        }
        assertThat(his.send("INFO", "application/dtmf-relay", "Signal=5\r\nDuration=160\r\n"))
                .succeedsWithin(SOON)
                .isEqualTo(200);
        assertThat(alice.log().last(m -> m.is("INFO")).orElseThrow().raw()).contains("Signal=5");
    }

    @Test
    void demandedProof_isGivenInTheSecondInvite() {
        alice.demands(Credentials.of("trunk", "secret")).behaves(Behaviour.answersAfter(Duration.ZERO));
        bob.proves(Credentials.of("trunk", "secret"));
        bob.call(alice.uri()).await(CONNECTED, SOON);
        assertThat(bob.log().count(m -> m.is(407, "INVITE"))).isEqualTo(1);
    }

    @Test
    void wrongProof_isRefused() {
        alice.demands(Credentials.of("trunk", "secret"));
        bob.proves(Credentials.of("trunk", "guess"));
        PhoneCall his = bob.call(alice.uri()).await(ENDED, SOON);
        assertThat(his.ending().orElseThrow().status()).isEqualTo(407);
    }

    @Test
    void moreHeaders_crossTheWire() {
        bob.call(
                alice.uri(),
                new CallOptions(true, Map.of("Diversion", "<sip:0201234500@127.0.0.1>;reason=deflection")));
        PhoneCall hers = alice.awaitCall(SOON);
        assertThat(hers.invite().orElseThrow().header("Diversion"))
                .hasValueSatisfying(value -> assertThat(value).contains("0201234500"));
    }

    @Test
    void noCommonCodec_488() {
        alice.speaks(new Codecs(java.util.List.of("9 G722/8000"))).behaves(Behaviour.answersAfter(Duration.ZERO));
        PhoneCall his = bob.call(alice.uri()).await(ENDED, SOON);
        assertThat(his.ending().orElseThrow().status()).isEqualTo(488);
    }

    @Test
    void answerMeetsTheCancel_callerAcknowledgesAndHangsUp() {
        alice.answersWhenCancelled();
        PhoneCall his = bob.call(alice.uri()).await(RINGING, SOON);
        PhoneCall hers = alice.awaitCall(SOON);
        his.hangUp();
        hers.await(ENDED, SOON);
        assertThat(hers.log().received("CANCEL")).isEqualTo(1);
        assertThat(hers.log().received("ACK")).isEqualTo(1);
        assertThat(hers.log().received("BYE")).isEqualTo(1);
    }

    @Test
    void byeDuringAReinvite_reinviteGets487() {
        alice.behaves(Behaviour.answersAfter(Duration.ZERO)).answersReinvitesAfter(Duration.ofSeconds(20));
        PhoneCall his = bob.call(alice.uri()).await(CONNECTED, SOON);
        var hold = his.hold();
        alice.log().await(m -> alice.log().received("INVITE") == 2, SOON);
        his.hangUp();
        assertThat(hold).succeedsWithin(SOON).isEqualTo(487);
    }

    @Test
    void repeatedAnswer_isAcknowledgedAgain() {
        alice.behaves(Behaviour.answersAfter(Duration.ZERO));
        bob.call(alice.uri()).await(CONNECTED, SOON);
        PhoneCall hers = alice.awaitCall(SOON);
        hers.log().await("ACK", SOON);
        hers.repeatAnswer();
        hers.await("a second ACK", call -> call.log().received("ACK") == 2, SOON);
    }

    @Test
    void unknownNumber_404() {
        PhoneCall his = bob.call(THERE.uri("nobody")).await(ENDED, SOON);
        assertThat(his.ending().orElseThrow().status()).isEqualTo(404);
    }
}
