package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.RingTone;

/** Long calls: dead phones are found, waiting callers are kept. */
class RefreshTest {
    private final Wired wired = new Wired(Timing.standard()
            .withRefresh(Duration.ofSeconds(2), Duration.ofMillis(700))
            .withKeepAlive(Duration.ofMillis(600)));

    @AfterEach
    void close() {
        wired.close();
    }

    @Test
    void longLeg_isRefreshedWithTheSameDescriptionAndVersion_again() {
        Wired.Up up = wired.up();
        String said = wired.bob.seen().stream()
                .filter(m -> m.status() == 200)
                .findFirst()
                .orElseThrow()
                .body();

        assertThat(up.bob().reinvited(Sdps.audio(5000)).body()).isEqualTo(said);
        assertThat(up.bob().reinvited(Sdps.audio(5000)).body()).isEqualTo(said);
        assertThat(wired.story(up.customer())).containsExactly("Incoming", "Joined");
    }

    @Test
    void phoneForgotTheCall_legIsLost() {
        Wired.Up up = wired.up();

        up.alice().reply(up.alice().next("INVITE"), 481, null);

        CallEvent.Ended ended = wired.event(CallEvent.Ended.class);
        assertThat(ended.leg()).isEqualTo(up.agent());
        assertThat(ended.cause().kind()).isEqualTo(EndCause.Kind.LOST);
    }

    @Test
    void heldParty_isRefreshedSooner_andStaysHeld() {
        Wired.Up up = wired.up();
        wired.held(up.customer(), up.bob(), 5000);
        long started = System.nanoTime();

        assertThat(up.bob().reinvited(Sdps.audio(5000, "inactive")).body()).contains("a=inactive");

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(1800));
    }

    @Test
    void waitingCaller_hears182Again() {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
        wired.legs.ring(wired.event(CallEvent.Incoming.class).leg(), RingTone.QUEUED);

        bob.response("INVITE", 180);
        bob.response("INVITE", 182);
        bob.response("INVITE", 182);
        bob.response("INVITE", 182);
    }

    @Test
    void shutdown_saysByeAndRefusesWhoWaits() {
        Wired.Up up = wired.up();
        Phone waiting = Phone.call(wired.carol, wired.node.port(), "0201234500", Sdps.audio(5000));
        wired.event(CallEvent.Incoming.class);
        Thread phones = new Thread(() -> {
            up.bob().bye();
            up.alice().bye();
        });
        phones.start();

        wired.legs.shutdown(Duration.ofSeconds(5));

        waiting.response("INVITE", 503);
        assertThat(wired.seen().stream().filter(CallEvent.Ended.class::isInstance))
                .hasSize(3);
    }
}
