package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.Party;

/** Challenges inside a dialog: a trunk's are answered (RFC 3261 section 22), nobody else's. */
class ChallengeTest {
    private static final String DIGEST = "Digest realm=\"trunk\", nonce=\"%s\", qop=\"auth\", algorithm=SHA-256";

    private final Wired wired =
            new Wired(Timing.standard().withSession(Duration.ofSeconds(1800), Duration.ofSeconds(2)));

    @AfterEach
    void close() {
        wired.close();
    }

    /** A trunk's call that is up. */
    private record Line(LegId leg, Phone carol) {}

    private Line line(String... sessionExpires) {
        LegId leg = wired.dial(CallId.random(), new Destination.Outside("+358401234567"), null);
        Phone carol = Phone.waitFor(wired.carol);
        Message ok = wired.carol.reply(carol.invite(), 200, carol.localTag(), Sdps.audio(7000));
        for (String value : sessionExpires) {
            ok.add("Session-Expires", value).add("Allow", "INVITE, UPDATE");
        }
        wired.carol.send(ok);
        carol.next("ACK");
        wired.event(CallEvent.Answered.class);
        return new Line(leg, carol);
    }

    private Message challenged(Phone carol, Message request, int status) {
        String header = status == 401 ? "WWW-Authenticate" : "Proxy-Authenticate";
        wired.carol.send(
                wired.carol.reply(request, status, "", null).add(header, DIGEST.formatted("n" + request.cseq())));
        Message again = carol.expect(m -> m.method().equals(request.method()) && m.cseq() > request.cseq());
        assertThat(again.header(status == 401 ? "Authorization" : "Proxy-Authorization"))
                .contains("username=\"trunkuser\"")
                .contains("nonce=\"n" + request.cseq() + "\"");
        return again;
    }

    @Test
    void reinvite407_comesAgainWithCredentials_andHoldsThen() {
        Wired.Up up = wired.up();
        LegId leg = wired.dial(up.call(), new Destination.Outside("+358401234567"), up.customer());
        Phone carol = Phone.waitFor(wired.carol);
        carol.answer(Sdps.audio(7000));
        carol.next("ACK");
        wired.hold(leg);

        Message again = challenged(carol, carol.next("INVITE"), 407);
        carol.reply(again, 200, Sdps.audio(7000, "inactive"));

        wired.event(CallEvent.Held.class);
    }

    @Test
    void bye401_comesAgainWithCredentials_andTheLegEndsOnce() {
        Line line = line();
        wired.legs.hangUp(line.leg, EndCause.of(EndCause.Kind.NORMAL));

        Message again = challenged(line.carol, line.carol.next("BYE"), 401);
        assertThat(wired.story(line.leg)).doesNotContain("Ended");
        line.carol.reply(again, 200, null);

        wired.event(CallEvent.Ended.class);
    }

    @Test
    void bye407Again_withTheSameRealm_isGivenUp_andTheLegEnds() {
        Line line = line();
        wired.legs.hangUp(line.leg, EndCause.of(EndCause.Kind.NORMAL));
        Message again = challenged(line.carol, line.carol.next("BYE"), 407);

        wired.carol.send(wired.carol.reply(again, 407, "", null).add("Proxy-Authenticate", DIGEST.formatted("other")));

        wired.event(CallEvent.Ended.class);
        assertThat(wired.carol.count(Peer.isRequest("BYE"))).isEqualTo(2);
    }

    @Test
    void update407_comesAgainWithCredentials() {
        Line line = line("2;refresher=uac");

        Message again = challenged(line.carol, line.carol.next("UPDATE"), 407);

        assertThat(again.header("Session-Expires")).isEqualTo("2;refresher=uac");
    }

    @Test
    void phoneThatChallenges_getsNoProofOfTheTrunksPassword() {
        Wired.Up up = wired.up();
        wired.hold(up.agent());
        Message reinvite = up.alice().next("INVITE");

        wired.alice.send(wired.alice.reply(reinvite, 407, "", null).add("Proxy-Authenticate", DIGEST.formatted("n")));

        wired.event(CallEvent.HoldFailed.class);
        assertThat(wired.alice.seen())
                .noneMatch(m -> !m.header("Proxy-Authorization").isEmpty());
    }

    private static boolean provesAnything(Message message) {
        return !message.header("Authorization").isEmpty()
                || !message.header("Proxy-Authorization").isEmpty();
    }

    @Test
    void invite407WithoutEnd_isAnsweredOnce_andFailsThen() {
        wired.dial(CallId.random(), new Destination.Outside("+358401234567"), null);
        Phone carol = Phone.waitFor(wired.carol);

        Message again = challenged(carol, carol.invite(), 407);
        wired.carol.send(wired.carol.reply(again, 407, "", null).add("Proxy-Authenticate", DIGEST.formatted("other")));

        assertThat(wired.event(CallEvent.Ended.class).cause().sipStatus()).isEqualTo(407);
        assertThat(wired.carol.count(
                        m -> Peer.isRequest("INVITE").test(m) && m.callId().equals(carol.callId())))
                .isEqualTo(2);
    }

    @Test
    void invite407AndThenStale_isAnsweredTwice_andFailsThen() {
        wired.dial(CallId.random(), new Destination.Outside("+358401234567"), null);
        Phone carol = Phone.waitFor(wired.carol);
        Message request = challenged(carol, carol.invite(), 407);
        for (String nonce : List.of("second", "third")) {
            wired.carol.send(wired.carol
                    .reply(request, 407, "", null)
                    .add("Proxy-Authenticate", DIGEST.formatted(nonce) + ", stale=true"));
            if (nonce.equals("second")) {
                long sent = request.cseq();
                request = carol.expect(m -> Peer.isRequest("INVITE").test(m) && m.cseq() > sent);
            }
        }

        assertThat(wired.event(CallEvent.Ended.class).cause().sipStatus()).isEqualTo(407);
        assertThat(request.header("Proxy-Authorization")).contains("nonce=\"second\"");
    }

    @Test
    void inviteWithoutTheRefusedOffer_isChallengedAnew() {
        Wired.Up up = wired.up();
        wired.dial(up.call(), new Destination.Outside("+358401234567"), up.customer());
        Phone carol = Phone.waitFor(wired.carol);
        Message offering = challenged(carol, carol.invite(), 407);
        carol.reply(offering, 488, null);
        Message offerless = carol.expect(m -> Peer.isRequest("INVITE").test(m) && m.cseq() > offering.cseq());
        assertThat(provesAnything(offerless)).isFalse();

        Message again = challenged(carol, offerless, 407);
        carol.reply(again, 200, Sdps.audio(7000));

        wired.event(CallEvent.Answered.class);
    }

    @Test
    void phoneThatTheTrunkRedirectsTo_getsNoProof() {
        CallId call = CallId.random();
        LegId leg = wired.dial(call, new Destination.Outside("+358401234567"), null);
        Phone carol = Phone.waitFor(wired.carol);
        wired.carol.send(wired.carol.reply(carol.invite(), 302, carol.localTag(), null));
        wired.event(CallEvent.Redirected.class);
        wired.legs.redirect(leg, redirectedToAlice(leg, call));
        Phone alice = Phone.waitFor(wired.alice);

        alice.peer()
                .send(wired.alice
                        .reply(alice.invite(), 407, "", null)
                        .add("Proxy-Authenticate", DIGEST.formatted("n")));

        assertThat(wired.event(CallEvent.Ended.class).cause().sipStatus()).isEqualTo(407);
        assertThat(wired.alice.seen()).noneMatch(ChallengeTest::provesAnything);
    }

    private List<DialRequest> redirectedToAlice(LegId leg, CallId call) {
        return List.of(new DialRequest(
                leg,
                call,
                new Destination.Address(wired.alice.uri()),
                null,
                false,
                new Party("0201234500", null),
                null,
                null));
    }

    /** A customer who calls from this address is up and gets a BYE, which is challenged. */
    private Message byeChallengedAt(String address) {
        try (Relay way = new Relay(address, "127.0.0.1", wired.node.port());
                Peer peer = new Peer("erin", way.innerPort())) {
            String own = "127.0.0.1:" + peer.port();
            way.towards(peer.port()).saying(head -> head.replace(own, address + ":" + way.outerPort()));
            Phone erin = Phone.call(peer, way.innerPort(), "0201234500", Sdps.audio(5000));
            CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
            LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
            Phone.waitFor(wired.alice).answer(Sdps.audio(6000));
            wired.event(CallEvent.Answered.class);
            wired.join(incoming.leg(), agent);
            Message ok = erin.response("INVITE", 200);
            erin.ack(ok, null);
            wired.event(CallEvent.Joined.class);
            wired.legs.hangUp(incoming.leg(), EndCause.of(EndCause.Kind.NORMAL));
            Message bye = erin.next("BYE");
            peer.send(peer.reply(bye, 401, "", null).add("WWW-Authenticate", DIGEST.formatted("n")));
            wired.event(CallEvent.Ended.class);
            return peer.seen().get(peer.seen().size() - 1);
        }
    }

    @Test
    void callerWhoIsAllowedButNoTrunkOfOurs_getsNoProof() {
        assertThat(provesAnything(byeChallengedAt(Wired.ALLOWED))).isFalse();
    }
}
