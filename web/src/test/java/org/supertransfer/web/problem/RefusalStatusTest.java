package org.supertransfer.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

class RefusalStatusTest {
    /** Written from the contract, not from the code. */
    @ParameterizedTest
    @CsvSource({
        "malformed, 400",
        "not-logged-in, 401",
        "wrong-password, 401",
        "forbidden, 403",
        "not-found, 404",
        "id-used, 422",
        "stale, 409",
        "move-rejected, 409",
        "call-not-connected, 409",
        "transfer-live, 409",
        "transfer-limit, 409",
        "already-on-call, 409",
        "no-phone, 409",
        "number-invalid, 422",
        "number-not-allowed, 403",
        "emergency-unconfirmed, 403",
        "emergency-blind, 403",
        "target-unknown, 422",
        "target-is-self, 422",
        "target-is-transferee, 422",
        "target-offline, 409",
        "consult-with-blind, 422",
        "invalid, 422",
        "in-use, 409",
        "too-many, 422",
        "unavailable, 503"
    })
    void refusal_hasTheContractsStatus(String code, int status) {
        Refusal refusal =
                Refusal.valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(RefusalStatus.of(refusal)).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusal_hasAWordedTitle(Refusal refusal) {
        Problem problem = Problem.of(refusal, "Why.");
        assertThat(problem.json().getString("title")).isNotEqualTo("Error");
        assertThat(problem.json().getString("code")).isEqualTo(refusal.code());
        assertThat(problem.json().getInt("status")).isEqualTo(RefusalStatus.of(refusal));
    }

    @Test
    void rejectedMove_carriesTheState() {
        Refused refused = new Refused(Refusal.MOVE_REJECTED, "Not now.").with("state", "RETRIEVING");
        assertThat(Problem.of(refused).json().getString("state")).isEqualTo("RETRIEVING");
    }

    @Test
    void unavailable_saysWhenToTryAgain() {
        assertThat(Problem.of(Refusal.UNAVAILABLE, "No database.").response().getHeaderString("Retry-After"))
                .isEqualTo("1");
    }
}
