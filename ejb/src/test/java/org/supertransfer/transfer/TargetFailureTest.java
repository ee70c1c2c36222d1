package org.supertransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.supertransfer.callcontrol.EndCause;

class TargetFailureTest {
    @ParameterizedTest
    @CsvSource({
        "486, RANG,   true,  BUSY",
        "600, SILENT, true,  BUSY",
        "603, RANG,   true,  DECLINED",
        "404, HEARD,  true,  NOT_FOUND",
        "480, RANG,   true,  NO_ANSWER",
        "480, HEARD,  true,  UNREACHABLE",
        "408, RANG,   true,  NO_ANSWER",
        "408, SILENT, true,  UNREACHABLE",
        "488, HEARD,  false, MEDIA_FAILED",
        "403, HEARD,  true,  TRUNK_REFUSED",
        "503, SILENT, true,  TRUNK_REFUSED",
        "403, HEARD,  false, DECLINED",
        "500, HEARD,  false, UNREACHABLE"
    })
    void finalResponse_givesTheReason(int status, Progress progress, boolean outside, TransferReason reason) {
        assertThat(TargetFailure.reasonOf(EndCause.ofStatus(status, ""), progress, outside))
                .isEqualTo(reason);
    }

    @Test
    void hangUp_isToldAsSuch() {
        assertThat(TargetFailure.reasonOf(EndCause.of(EndCause.Kind.NORMAL), Progress.RANG, true))
                .isEqualTo(TransferReason.TARGET_HUNG_UP);
    }

    @ParameterizedTest
    @EnumSource(EndCause.Kind.class)
    void everyCause_givesAReasonThatATargetCanHave(EndCause.Kind kind) {
        assertThat(ReachableTransfers.TARGET_REASONS)
                .contains(TargetFailure.reasonOf(EndCause.of(kind), Progress.HEARD, true));
    }

    @ParameterizedTest
    @EnumSource(TransferReason.class)
    void code_leadsBackToTheReason(TransferReason reason) {
        assertThat(TransferReason.ofCode(reason.code())).isEqualTo(reason);
        assertThat(reason.code()).matches("[a-z]+(-[a-z]+)*");
    }
}
