package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;

/** Peers that say nothing at all, with the real 64·T1 of Timers B and F: one test, because it takes half a minute. */
class SilenceTest {
    private static final Duration TIMERS_B_AND_F = Duration.ofSeconds(40);

    private final Wired wired = new Wired();

    @AfterEach
    void close() {
        wired.close();
    }

    @Test
    void silentPeers_areGivenUp_eachLegEndsOnce() {
        Wired.Up up = wired.up();
        LegId never = wired.dial(up.call(), wired.carol, up.customer());
        LegId cancelled = wired.dial(up.call(), wired.dave, up.customer());
        Phone.waitFor(wired.dave);

        wired.legs.hangUp(up.agent(), EndCause.of(EndCause.Kind.NORMAL));
        wired.legs.hangUp(cancelled, EndCause.of(EndCause.Kind.NO_ANSWER));
        wired.hold(up.customer());
        CallEvent.HoldFailed failed = wired.event(CallEvent.HoldFailed.class, Duration.ofSeconds(14));

        assertThat(failed.superseded()).isFalse();
        for (int i = 0; i < 4; i++) {
            wired.event(CallEvent.Ended.class, TIMERS_B_AND_F);
        }
        Map<LegId, EndCause.Kind> ends = wired.seen().stream()
                .filter(CallEvent.Ended.class::isInstance)
                .map(CallEvent.Ended.class::cast)
                .collect(Collectors.toMap(
                        CallEvent.Ended::leg, ended -> ended.cause().kind()));
        assertThat(ends)
                .containsEntry(never, EndCause.Kind.UNREACHABLE)
                .containsEntry(cancelled, EndCause.Kind.NO_ANSWER)
                .containsEntry(up.agent(), EndCause.Kind.NORMAL)
                .containsEntry(up.customer(), EndCause.Kind.LOST);
    }
}
