package org.supertransfer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.call.ContactCentre;
import org.supertransfer.call.ContactCentreTest;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.directory.DirectoryService;
import org.supertransfer.directory.TargetType;
import org.supertransfer.directory.TargetView;
import org.supertransfer.inbound.Waiting;
import org.supertransfer.inbound.WaitingLine;
import org.supertransfer.transfer.TransferChanged;
import org.supertransfer.transfer.TransferMethod;
import org.supertransfer.transfer.TransferOrder;
import org.supertransfer.transfer.TransferService;
import org.supertransfer.transfer.TransferState;
import org.supertransfer.transfer.TransferView;

/** What is said of a target before it is chosen. */
class LastAnswersTest extends ContactCentreTest {
    private static final Caller ALICE = new Caller("alice", Set.of(Role.AGENT));

    LastAnswersTest() {
        super(ReportService.class, LastAnswers.class, TransactedAnswerRows.class);
    }

    @Test
    void nothingTransferred_nothingIsSaid() {
        assertThat(answered()).isEmpty();
    }

    @Test
    void answeredAndBusy_areCounted_andToldAlikeFromMemoryAndFromRows() {
        busy();
        answers();
        assertThat(answered()).contains(new AnsweredView(2, 1, 0));

        centre.get(LastAnswers.class).load();
        assertThat(answered()).contains(new AnsweredView(2, 1, 0));
    }

    @Test
    void onlyTheLastTen_count() {
        answers();
        for (int i = 0; i < 10; i++) {
            busy();
        }
        assertThat(answered()).contains(new AnsweredView(10, 0, null));
    }

    @Test
    void median_isTheMiddleOfThoseAnswered() {
        for (int seconds : new int[] {40, 4, 9}) {
            UUID id = UUID.randomUUID();
            Instant start = Instant.now().minusSeconds(seconds);
            centre.get(LastAnswers.class).on(changed(id, TransferState.CONNECTING, start, null));
            centre.get(LastAnswers.class).on(changed(id, TransferState.COMPLETED, start, Instant.now()));
        }
        UUID lost = UUID.randomUUID();
        centre.get(LastAnswers.class).on(changed(lost, TransferState.RINGING, Instant.now(), null));
        centre.get(LastAnswers.class).on(changed(lost, TransferState.ABANDONED, Instant.now(), Instant.now()));
        centre.get(LastAnswers.class).on(changed(lost, TransferState.ABANDONED, Instant.now(), Instant.now()));
        assertThat(answered()).contains(new AnsweredView(4, 3, 9));
    }

    private static TransferChanged changed(UUID id, TransferState state, Instant start, @Nullable Instant end) {
        TransferView.TargetView carol = new TransferView.TargetView(TargetType.AGENT, "carol", "carol", "1202");
        TransferState outcome = state.isEnding() ? state : null;
        TransferView transfer = new TransferView(
                id.toString(),
                "c1",
                "alice",
                TransferMethod.BLIND,
                false,
                carol,
                state,
                1,
                start,
                end,
                outcome,
                null,
                null,
                null,
                null,
                false,
                null,
                null);
        return new TransferChanged("alice", false, transfer);
    }

    @Test
    void liveTransfer_isNotCountedYet() {
        CallId call = begin();
        centre.held(call, "bob");
        centre.answers(call, "carol");
        assertThat(answered()).isEmpty();
    }

    @Test
    void availability_hasItsBeginning() {
        Instant before = Instant.now();
        centre.available("carol");
        TargetView after = target(TargetType.AGENT, "carol");
        assertThat(after.availability()).isEqualTo(Availability.AVAILABLE);
        assertThat(after.since()).isBetween(before, Instant.now());
        centre.registered("carol", 2);
        assertThat(target(TargetType.AGENT, "carol").since()).isEqualTo(after.since());
    }

    @Test
    void queue_hasItsLengthItsLongestWaitAndWhoCouldAnswer() {
        assertThat(queue(ContactCentre.SERVICE)).isEqualTo(new TargetView.Queue(0, null, 0));
        CallId first = centre.arrives(ContactCentre.SERVICE);
        centre.arrives(ContactCentre.SERVICE);
        centre.available("carol");
        Instant came = centre.get(WaitingLine.class)
                .find(first.value().toString())
                .map(Waiting::since)
                .orElseThrow();
        assertThat(queue(ContactCentre.SERVICE)).isEqualTo(new TargetView.Queue(2, came, 0));
        assertThat(queue(ContactCentre.SUPPORT)).isEqualTo(new TargetView.Queue(0, null, 1));
    }

    private TargetView.@Nullable Queue queue(String number) {
        return target(TargetType.INBOUND, number).queue();
    }

    private void answers() {
        CallId call = begin();
        centre.held(call, "bob");
        centre.rings(call, "carol");
        centre.answers(call, "carol");
        centre.joined(call);
        centre.gone(call, "bob", EndCause.of(EndCause.Kind.NORMAL));
        centre.goodbyes(call);
    }

    private void busy() {
        CallId call = begin();
        centre.held(call, "bob");
        centre.gone(call, "carol", EndCause.ofStatus(486, "Busy Here"));
        centre.joined(call);
        centre.gone(call, "bob", EndCause.of(EndCause.Kind.NORMAL));
        centre.goodbyes(call);
    }

    private CallId begin() {
        CallId call = centre.talking();
        centre.get(TransferService.class)
                .put(
                        ALICE,
                        UUID.randomUUID(),
                        new TransferOrder(
                                call.value().toString(),
                                TransferMethod.ATTENDED,
                                false,
                                false,
                                new TransferOrder.Target(TargetType.AGENT, "carol", null)));
        centre.settle();
        return call;
    }

    private Optional<AnsweredView> answered() {
        return centre.get(ReportService.class).answered(TargetType.AGENT, "carol");
    }

    private TargetView target(TargetType type, String id) {
        return centre.get(DirectoryService.class).targets("alice", type, null).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
