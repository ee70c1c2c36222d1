package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;

/** Session timers (RFC 4028) in both roles. */
class SessionTimerTest {
    private static final String ALLOW = "INVITE, ACK, BYE, CANCEL, UPDATE";

    private final Wired wired =
            new Wired(Timing.standard().withSession(Duration.ofSeconds(1800), Duration.ofSeconds(2)));

    @AfterEach
    void close() {
        wired.close();
    }

    private Phone dialled() {
        wired.dial(CallId.random(), wired.alice, null);
        return Phone.waitFor(wired.alice);
    }

    /** Alice has answered with these headers. */
    private Phone answered(String sessionExpires, String allow) {
        Phone alice = dialled();
        Message ok = wired.alice.reply(alice.invite(), 200, alice.localTag(), Sdps.audio(6000));
        wired.alice.send(ok.add("Session-Expires", sessionExpires).add("Allow", allow));
        alice.next("ACK");
        wired.event(CallEvent.Answered.class);
        return alice;
    }

    /** Bob, who has called with these headers, and our 200 to him. */
    private Message accepted(Phone bob) {
        CallEvent.Incoming incoming = wired.event(CallEvent.Incoming.class);
        LegId agent = wired.dial(incoming.call(), wired.alice, incoming.leg());
        Phone alice = Phone.waitFor(wired.alice);
        alice.answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);
        wired.join(incoming.leg(), agent);
        Message ok = bob.answered(null);
        wired.event(CallEvent.Joined.class);
        return ok;
    }

    private Phone calls(String... headers) {
        return Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000), headers);
    }

    @Test
    void ourInvite_asksForASession_andOffersToRefreshIt() {
        Message invite = dialled().invite();

        assertThat(invite.header("Session-Expires")).isEqualTo("1800;refresher=uac");
        assertThat(invite.header("Min-SE")).isEqualTo("2");
        assertThat(invite.header("Supported")).contains("timer");
    }

    @Test
    void tooSmallForTheParty422_isAskedAgainWithItsLeast() {
        Phone alice = dialled();
        wired.alice.send(
                wired.alice.reply(alice.invite(), 422, alice.localTag(), null).add("Min-SE", "3600"));

        Message again = wired.alice.expect(
                "a second INVITE", m -> Peer.isRequest("INVITE").test(m) && m.cseq() == 2);

        assertThat(again.header("Session-Expires")).startsWith("3600");
        assertThat(again.header("Min-SE")).isEqualTo("3600");
    }

    @Test
    void tooSmall422_thatAsksForNothingMore_isAFailure() {
        Phone alice = dialled();
        wired.alice.send(
                wired.alice.reply(alice.invite(), 422, alice.localTag(), null).add("Min-SE", "90"));

        assertThat(wired.event(CallEvent.Ended.class).cause().sipStatus()).isEqualTo(422);
    }

    @Test
    void callerAsksForLessThanWeBear_422WithOurLeast() {
        Phone bob = calls("Supported: timer", "Session-Expires: 1");

        assertThat(bob.response("INVITE", 422).header("Min-SE")).isEqualTo("2");
        assertThat(wired.seen()).isEmpty();
    }

    @Test
    void proxyAskedForLess_theCallerKnowsNothingOfIt_longerIntervalAndWeRefresh() {
        Message ok = accepted(calls("Session-Expires: 1"));

        assertThat(ok.header("Session-Expires")).isEqualTo("2;refresher=uas");
        assertThat(ok.header("Require")).isEmpty();
    }

    @Test
    void callerWantsToRefresh_itMay_andMustKnowHow() {
        Message ok = accepted(calls("Supported: timer", "Session-Expires: 600;refresher=uac"));

        assertThat(ok.header("Session-Expires")).isEqualTo("600;refresher=uac");
        assertThat(ok.header("Require")).isEqualTo("timer");
    }

    @Test
    void callerLeavesItToUs_weRefresh() {
        assertThat(accepted(calls("Supported: timer", "Session-Expires: 600")).header("Session-Expires"))
                .isEqualTo("600;refresher=uas");
    }

    @Test
    void callerKnowsNoTimers_noneIsAgreed() {
        assertThat(accepted(calls()).header("Session-Expires")).isEmpty();
    }

    @Test
    void partyThatTakesUpdate_isRefreshedByIt_withoutAWordAboutMedia_again() {
        Phone alice = answered("2;refresher=uac", ALLOW);

        Message first = alice.next("UPDATE");
        assertThat(first.body()).isEmpty();
        assertThat(first.header("Session-Expires")).isEqualTo("2;refresher=uac");
        wired.alice.send(wired.alice.reply(first, 200, "", null).add("Session-Expires", "2;refresher=uac"));
        Message second = alice.next("UPDATE");
        wired.alice.send(wired.alice.reply(second, 200, "", null).add("Session-Expires", "2;refresher=uac"));

        assertThat(alice.next("UPDATE").cseq()).isGreaterThan(second.cseq());
        assertThat(wired.alice.count(Peer.isRequest("BYE"))).isZero();
    }

    @Test
    void partyThatRefusesUpdateAfterAll_getsAReinvite() {
        Phone alice = answered("2;refresher=uac", ALLOW);
        alice.reply(alice.next("UPDATE"), 501, null);

        Message reinvite = alice.next("INVITE");

        assertThat(reinvite.body()).contains("m=audio ");
        assertThat(reinvite.header("Session-Expires")).isEqualTo("2;refresher=uac");
    }

    @Test
    void partyThatDoesNotTakeUpdate_getsAReinvite() {
        Phone alice = answered("2;refresher=uac", "INVITE, ACK, BYE");

        assertThat(alice.reinvited(Sdps.audio(6000)).header("Session-Expires")).startsWith("2;");
    }

    @Test
    void refresh422_isSentAgainWithTheLeast() {
        Phone alice = answered("2;refresher=uac", ALLOW);
        Message update = alice.next("UPDATE");
        wired.alice.send(wired.alice.reply(update, 422, "", null).add("Min-SE", "4"));

        assertThat(alice.next("UPDATE").header("Session-Expires")).isEqualTo("4;refresher=uac");
    }

    @Test
    void partyShouldRefreshAndDoesNot_byeBeforeTheEnd_andTheLegIsLost() {
        Phone alice = answered("3;refresher=uas", ALLOW);
        long start = System.nanoTime();

        alice.bye();

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(1500), Duration.ofSeconds(3));
        assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.LOST);
    }

    @Test
    void ourRefreshesFail_byeBeforeTheEnd() {
        Phone alice = answered("3;refresher=uac", ALLOW);
        alice.reply(alice.next("UPDATE"), 500, null);
        alice.reply(alice.next("UPDATE"), 500, null);

        alice.bye();

        assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.LOST);
    }

    @Test
    void partyRefreshesByUpdate_theSessionLivesOn() {
        Phone alice = answered("3;refresher=uas", ALLOW);
        for (int i = 0; i < 3; i++) {
            assertThat(wired.alice.silent(Peer.isRequest("BYE"), Duration.ofMillis(1000)))
                    .isTrue();
            wired.alice.send(
                    alice.request("UPDATE", null).add("Supported", "timer").add("Session-Expires", "3;refresher=uac"));
            assertThat(alice.response("UPDATE", 200).header("Session-Expires")).isEqualTo("3;refresher=uac");
        }
    }

    @Test
    void refreshOfThePartyAsksForLessThanWeBear_422_andTheSessionStays() {
        Phone alice = answered("600;refresher=uas", ALLOW);
        wired.alice.send(
                alice.request("UPDATE", null).add("Supported", "timer").add("Session-Expires", "1;refresher=uac"));

        assertThat(alice.response("UPDATE", 422).header("Min-SE")).isEqualTo("2");
        assertThat(wired.alice.silent(Peer.isRequest("BYE"), Duration.ofMillis(300)))
                .isTrue();
    }
}
