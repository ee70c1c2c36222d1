package org.supertransfer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supertransfer.call.CallState;
import org.supertransfer.call.CallView;
import org.supertransfer.directory.TargetType;
import org.supertransfer.transfer.TransferMethod;
import org.supertransfer.transfer.TransferState;
import org.supertransfer.transfer.TransferView;

/** How long a customer heard nobody, in seconds after the call began. */
class SilencesTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void ringingAndWaiting_countAsWaiting() {
        Silences silences = silences(
                null,
                List.of(
                        step(4, CallState.WAITING, CallState.OFFERED),
                        step(7, CallState.OFFERED, CallState.UP),
                        step(20, CallState.UP, CallState.ENDED)));
        assertThat(silences.waited()).isEqualTo(Duration.ofSeconds(7));
        assertThat(silences.held()).isZero();
    }

    @Test
    void holdAndTransferAtTheSameTime_countOnce() {
        Silences silences = silences(
                null,
                List.of(
                        step(5, CallState.WAITING, CallState.UP),
                        step(10, CallState.UP, CallState.HELD),
                        step(30, CallState.HELD, CallState.UP)),
                line(12, TransferState.HOLDING),
                line(13, TransferState.RINGING),
                line(30, TransferState.RETURNED));
        assertThat(silences.held()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aside_theCustomerHearsTheAgent() {
        Silences silences = silences(
                null,
                List.of(step(5, CallState.WAITING, CallState.UP)),
                line(10, TransferState.HOLDING),
                line(20, TransferState.CONSULTING),
                line(30, TransferState.ASIDE),
                line(45, TransferState.CONNECTING),
                line(46, TransferState.COMPLETED));
        assertThat(silences.held()).isEqualTo(Duration.ofSeconds(21));
    }

    @Test
    void whatStillGoesOn_countsUntilNow() {
        Silences silences =
                silences(null, List.of(step(5, CallState.WAITING, CallState.UP)), line(10, TransferState.UNATTENDED));
        assertThat(silences.held()).isEqualTo(Duration.ofSeconds(50));
    }

    @Test
    void whatTheCallsEndCutOff_countsUntilThen() {
        Silences silences = silences(START.plusSeconds(40), List.of(step(30, CallState.UP, CallState.HELD)));
        assertThat(silences.held()).isEqualTo(Duration.ofSeconds(10));
    }

    private static Silences silences(@Nullable Instant ended, List<FateView.Step> moves, FateView.Line... lines) {
        CallLine call = new CallLine(
                "c1",
                CallView.Direction.IN,
                CallState.UP,
                new CallView.PartyView("0401112223", null),
                null,
                null,
                START,
                ended,
                null,
                1);
        return new Silences(
                call,
                START.plusSeconds(60),
                moves,
                Stream.of(lines).findFirst().map(line -> transfer(List.of(lines))).stream()
                        .toList());
    }

    private static FateView.Transfer transfer(List<FateView.Line> lines) {
        TransferView view = new TransferView(
                "t1",
                "c1",
                "anna",
                TransferMethod.ATTENDED,
                true,
                new TransferView.TargetView(TargetType.AGENT, "bertta", "Bertta", "1202"),
                lines.get(lines.size() - 1).state(),
                1,
                lines.get(0).at(),
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null);
        return new FateView.Transfer(view, new CallLine.Person("anna", "Anna"), null, null, lines, List.of());
    }

    private static FateView.Step step(int second, CallState from, CallState to) {
        return new FateView.Step(START.plusSeconds(second), from, "AGENT_FREE", to, null);
    }

    private static FateView.Line line(int second, TransferState state) {
        return new FateView.Line(START.plusSeconds(second), "TARGET_RINGS", state, null, null, null);
    }
}
