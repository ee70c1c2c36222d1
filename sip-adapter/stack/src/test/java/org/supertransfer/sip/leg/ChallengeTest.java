package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;

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
}
