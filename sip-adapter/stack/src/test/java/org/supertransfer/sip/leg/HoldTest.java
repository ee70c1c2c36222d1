package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.OperationId;

/** RFC 3264 section 8.4, seen from the held phone. */
class HoldTest {
    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    @Test
    void hold_offersTheSameMediaInactive_withTheNextVersion() {
        Wired.Up up = wired.up();
        String before = origin(up.bob().peer().seen().stream()
                .filter(m -> m.status() == 200)
                .findFirst()
                .orElseThrow());

        OperationId id = wired.hold(up.customer());
        Message reinvite = up.bob().next("INVITE");

        assertThat(reinvite.body()).contains("m=audio 6000 ").contains("a=inactive");
        assertThat(reinvite.body()).doesNotContain("a=sendrecv");
        assertThat(origin(reinvite).split(" ")[1]).isEqualTo(before.split(" ")[1]);
        assertThat(Long.parseLong(origin(reinvite).split(" ")[2])).isEqualTo(Long.parseLong(before.split(" ")[2]) + 1);
        up.bob().reply(reinvite, 200, Sdps.audio(5000, "inactive"));
        up.bob().next("ACK");
        assertThat(wired.event(CallEvent.Held.class).operation()).isEqualTo(id);
    }

    @Test
    void heldAgain_sendsNothing_andReports() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);

        OperationId again = wired.hold(up.customer());

        assertThat(wired.event(CallEvent.Held.class).operation()).isEqualTo(again);
        assertThat(up.bob().peer().count(m -> Peer.isRequest("INVITE").test(m))).isEqualTo(1);
    }

    @Test
    void phoneRefuses488_holdFails_legLives() {
        Wired.Up up = wired.up();

        wired.hold(up.customer());
        up.bob().reply(up.bob().next("INVITE"), 488, null);

        CallEvent.HoldFailed failed = wired.event(CallEvent.HoldFailed.class);
        assertThat(failed.superseded()).isFalse();
        assertThat(wired.legs.snapshot(up.customer())).isPresent();
    }

    @Test
    void phoneForgotTheDialog481_legIsLost_andNothingElseIsReported() {
        Wired.Up up = wired.up();

        wired.hold(up.customer());
        up.bob().reply(up.bob().next("INVITE"), 481, null);

        assertThat(wired.event(CallEvent.Ended.class).cause().kind()).isEqualTo(EndCause.Kind.LOST);
        assertThat(wired.story(up.customer())).endsWith("Ended").doesNotContain("HoldFailed", "Held");
    }

    @Test
    void holdOfAnUnknownPhase_fails() {
        Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
        LegId waiting = wired.event(CallEvent.Incoming.class).leg();

        OperationId id = wired.hold(waiting);

        assertThat(wired.event(CallEvent.HoldFailed.class).operation()).isEqualTo(id);
    }

    @Test
    void glare491_isTriedAgain() {
        Wired.Up up = wired.up();

        wired.hold(up.customer());
        up.bob().reply(up.bob().next("INVITE"), 491, null);
        up.bob().reinvited(Sdps.audio(5000, "inactive"));

        wired.event(CallEvent.Held.class);
    }

    @Test
    void notNow500_withRetryAfter_isTriedOnceAgain() {
        Wired.Up up = wired.up();

        wired.hold(up.agent());
        Message reinvite = up.alice().next("INVITE");
        wired.alice.send(
                wired.alice.reply(reinvite, 500, up.alice().localTag(), null).add("Retry-After", "1"));
        Message again = up.alice().next("INVITE");
        assertThat(again.cseq()).isGreaterThan(reinvite.cseq());
        up.alice().reply(again, 200, Sdps.audio(6000, "inactive"));

        wired.event(CallEvent.Held.class);
    }

    private static String origin(Message message) {
        return message.body()
                .lines()
                .filter(line -> line.startsWith("o="))
                .findFirst()
                .orElseThrow();
    }
}
