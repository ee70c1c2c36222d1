package org.supertransfer.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.supertransfer.sip.transport.Source;

/** Where room for new calls ends. */
class CapacityTest {
    private static final Source TRUNK = new Source("10.0.0.1", 5060, "udp");
    private static final Source PHONE = new Source("10.0.0.2", 5060, "udp");

    private int up;
    private int unheard;
    private final Capacity capacity = new Capacity(200, () -> up, () -> unheard, TRUNK::equals);

    @Test
    void trunk_upToTheLimit_phonesATenthMore() {
        up = 199;
        assertThat(capacity.test(TRUNK)).isTrue();
        up = 200;
        assertThat(capacity.test(TRUNK)).isFalse();
        assertThat(capacity.test(PHONE)).isTrue();
        up = 221;
        assertThat(capacity.test(PHONE)).isFalse();
    }

    @Test
    void applicationBehind_noMoreUntilItHasCaughtUp() {
        unheard = 50;
        assertThat(capacity.test(TRUNK)).isFalse();
        assertThat(capacity.test(PHONE)).isTrue();
        unheard = 49;
        assertThat(capacity.test(TRUNK)).isTrue();
    }
}
