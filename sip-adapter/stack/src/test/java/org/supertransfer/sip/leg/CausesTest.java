package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.EndCause;

/** Which failure tells most, and what is written into Reason. */
class CausesTest {
    private static EndCause status(int status) {
        return EndCause.ofStatus(status, "x");
    }

    @Test
    void sixHundreds_winOverAll() {
        assertThat(Causes.better(status(404), status(603)).sipStatus()).isEqualTo(603);
        assertThat(Causes.better(status(603), status(404)).sipStatus()).isEqualTo(603);
    }

    @Test
    void lowerClass_winsOverHigher() {
        assertThat(Causes.better(status(503), status(480)).sipStatus()).isEqualTo(480);
    }

    @Test
    void busy_saysMoreThanSilence() {
        assertThat(Causes.better(status(408), status(486)).sipStatus()).isEqualTo(486);
        assertThat(Causes.better(status(480), status(408)).sipStatus()).isEqualTo(480);
    }

    @Test
    void silence_isUnreachable_unlessItRang() {
        assertThat(Causes.ofSilence(false, false).kind()).isEqualTo(EndCause.Kind.UNREACHABLE);
        assertThat(Causes.ofSilence(true, true).kind()).isEqualTo(EndCause.Kind.NO_ANSWER);
    }

    @Test
    void transfer_isToldInSip_theRestInQ850_nothingWithoutAStatus() {
        assertThat(Causes.reason(EndCause.of(EndCause.Kind.TRANSFERRED))
                        .orElseThrow()
                        .toString())
                .contains("SIP;cause=200;text=\"Call transferred\"");
        assertThat(Causes.reason(EndCause.of(EndCause.Kind.BUSY)).orElseThrow().toString())
                .contains("Q.850;cause=17");
        assertThat(Causes.reason(new EndCause(EndCause.Kind.NORMAL, 0, 0, "x"))).isEmpty();
    }
}
