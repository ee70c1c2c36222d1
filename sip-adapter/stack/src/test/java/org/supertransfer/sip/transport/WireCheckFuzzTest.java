package org.supertransfer.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** The looks at raw bytes neither throw nor let a second Call-ID or another version through. */
class WireCheckFuzzTest {
    @FuzzTest(maxDuration = "5s")
    void anyBytes_areJudged(byte[] bytes) {
        assertThat(CallIdHash.of(bytes, bytes.length)).isNotNegative();
        if (WireCheck.passes(bytes, bytes.length)) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            String head = text.split("\r\n\r\n", 2)[0];
            assertThat(head.split("\r?\n", 2)[0]).contains("SIP/2.0");
            assertThat(head.split("(?i)\r?\ncall-id[ \t]*:", -1)).hasSizeLessThanOrEqualTo(2);
        }
    }
}
