package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.supertransfer.callcontrol.LegId;

/** Keyed names: the same after a restart, strange to everybody else. */
class NamesTest {
    private static final LegId LEG = new LegId("one");

    private static Names keyed(String key) {
        return new Names(key.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sameLegAndAttempt_haveTheSameNames_inAnotherProcessToo() {
        String callId = keyed("k").callId(LEG, 0);

        assertThat(keyed("k").callId(LEG, 0)).isEqualTo(callId);
        assertThat(keyed("k").branch(callId, "t", 1, "INVITE"))
                .isEqualTo(keyed("k").branch(callId, "t", 1, "INVITE"));
    }

    @Test
    void everyPartOfTheName_matters() {
        Names names = keyed("k");
        String callId = names.callId(LEG, 0);

        assertThat(names.callId(LEG, 1)).isNotEqualTo(callId);
        assertThat(names.callId(new LegId("two"), 0)).isNotEqualTo(callId);
        assertThat(names.branch(callId, "t", 2, "INVITE")).isNotEqualTo(names.branch(callId, "t", 1, "INVITE"));
        assertThat(names.branch(callId, "t", 1, "BYE")).isNotEqualTo(names.branch(callId, "t", 1, "INVITE"));
        assertThat(names.toTag("c", "f", 0)).isNotEqualTo(names.toTag("c", "f", 1));
    }

    @Test
    void branch_hasTheMagicCookie() {
        assertThat(keyed("k").branch("c", "t", 1, "INVITE")).startsWith("z9hG4bK");
    }

    @Test
    void inviteOfOurKey_isOurs_ofAnother_isNot() {
        Names names = keyed("k");
        String callId = names.callId(LEG, 0);

        assertThat(names.ours(callId, names.tag(callId))).isTrue();
        assertThat(names.ours(callId, keyed("other").tag(callId))).isFalse();
        assertThat(names.ours("theirs", "tag")).isFalse();
    }
}
