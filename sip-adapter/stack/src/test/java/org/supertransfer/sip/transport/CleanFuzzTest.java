package org.supertransfer.sip.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever came from outside, what is cleaned can stand in a header. */
class CleanFuzzTest {
    @FuzzTest(maxDuration = "5s")
    void cleaned_isHarmless(FuzzedDataProvider data) {
        String raw = data.consumeRemainingAsString();
        String text = Clean.text(raw);
        assertThat(text).doesNotContainPattern("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\"\\\\]");
        assertThat(text)
                .hasSizeLessThanOrEqualTo(Clean.MAX_LENGTH)
                .isEqualTo(Clean.text(text).strip());
        assertThat(Clean.user(raw)).matches("[\\x21-\\x7e]{0,128}").doesNotContainPattern("[<>\"@\\\\]");
        assertThat(Clean.token(raw)).matches("[A-Za-z0-9\\-.!%*_+`'~]{0,128}");
    }
}
