package org.supertransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.supertransfer.transfer.MessageCode.CANCELLED;
import static org.supertransfer.transfer.MessageCode.RECONNECTING;
import static org.supertransfer.transfer.MessageCode.RETURNED;
import static org.supertransfer.transfer.MessageCode.TARGET_ANSWERED;
import static org.supertransfer.transfer.MessageCode.TARGET_NO_ANSWER;
import static org.supertransfer.transfer.MessageCode.TARGET_RINGING;
import static org.supertransfer.transfer.MessageCode.TRANSFER_FAILED;
import static org.supertransfer.transfer.MessageCode.TRANSFER_STARTED;
import static org.supertransfer.transfer.MessageCode.TRANSFER_SUCCEEDED;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.supertransfer.admin.InboundAdminService;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.call.CallService;
import org.supertransfer.call.CallView;
import org.supertransfer.call.ContactCentre;
import org.supertransfer.call.ContactCentreTest;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.directory.TargetType;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** Transfers through the whole module, asserted on the wire, on the page and in the rows. */
class TransferServiceTest extends ContactCentreTest {
    private static final Caller ALICE = new Caller("alice", Set.of(Role.AGENT));
    private static final String EVE = "+358401000001";

    private final UUID id = UUID.randomUUID();

    TransferServiceTest() {
        super(Heard.class);
    }

    @Test
    void attendedTarget_answers_transfereeAndTargetTalk() {
        CallId call = begin(TransferMethod.ATTENDED, false, number(EVE));
        centre.held(call, "bob");
        centre.rings(call, EVE);
        centre.answers(call, EVE);
        centre.joined(call);

        assertThat(centre.wire().takeAsked())
                .containsExactly(
                        "hold bob", "hold alice", "dial " + EVE, "join bob " + EVE, "hangUp alice TRANSFERRED");
        assertThat(heard().messages())
                .containsExactly(TRANSFER_STARTED, TARGET_RINGING, TARGET_ANSWERED, TRANSFER_SUCCEEDED);
        assertThat(now().outcome()).isEqualTo(TransferState.COMPLETED);
        centre.goodbyes(call);
        assertThat(centre.availability("alice")).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void attendedTarget_isBusy_callComesBack() {
        CallId call = begin(TransferMethod.ATTENDED, false, number(EVE));
        centre.held(call, "bob");
        centre.gone(call, EVE, EndCause.ofStatus(486, "Busy Here"));
        centre.joined(call);

        assertThat(centre.wire().takeAsked()).endsWith("join alice bob");
        assertThat(heard().messages()).containsExactly(TRANSFER_STARTED, TRANSFER_FAILED, RECONNECTING, RETURNED);
        assertThat(now().reason()).isEqualTo("busy");
        assertThat(now().sipStatus()).isEqualTo(486);
        assertThat(shown("alice")).containsExactly(CallView.State.CONNECTED);
    }

    @Test
    void attendedTarget_ringsForEver_deadlineBringsTheCallBack() {
        CallId call = begin(TransferMethod.ATTENDED, false, number(EVE));
        centre.held(call, "bob");
        centre.rings(call, EVE);
        centre.pass(Duration.ofSeconds(20));
        centre.joined(call);

        assertThat(heard().messages())
                .containsExactly(TRANSFER_STARTED, TARGET_RINGING, TARGET_NO_ANSWER, RECONNECTING, RETURNED);
        assertThat(centre.wire().takeAsked()).contains("hangUp " + EVE + " CANCELLED");
    }

    @Test
    void attendedTarget_answersAsItIsHungUp_hasNoPartInTheCallThatCameBack() {
        CallId call = begin(TransferMethod.ATTENDED, false, agent("carol"));
        centre.held(call, "bob");
        centre.rings(call, "carol");
        centre.pass(Duration.ofSeconds(20));
        centre.answers(call, "carol");
        centre.joined(call);

        assertThat(now().outcome()).isEqualTo(TransferState.RETURNED);
        assertThat(shown("alice")).containsExactly(CallView.State.CONNECTED);
        assertThat(shown("carol")).isEmpty();
    }

    @Test
    void consultation_swapsAndCompletes() {
        CallId call = begin(TransferMethod.ATTENDED, true, agent("carol"));
        centre.held(call, "bob");
        centre.answers(call, "carol");
        centre.joined(call);
        swap();
        centre.joined(call);
        assertThat(now().state()).isEqualTo(TransferState.ASIDE);
        transfers().complete(ALICE, id, now().version());
        centre.joined(call);

        assertThat(centre.wire().takeAsked())
                .containsSubsequence(
                        "join alice carol",
                        "hold carol",
                        "join alice bob",
                        "join bob carol",
                        "hangUp alice TRANSFERRED");
        assertThat(now().outcome()).isEqualTo(TransferState.COMPLETED);
        assertThat(shown("carol")).containsExactly(CallView.State.CONNECTED);
        assertThat(centre.availability("carol")).isEqualTo(Availability.BUSY);
    }

    @Test
    void joinThatComesUp_makesNoCommandStale_andARepeatedSwapIs() {
        CallId call = begin(TransferMethod.ATTENDED, true, agent("carol"));
        centre.held(call, "bob");
        centre.answers(call, "carol");
        TransferView seen = now();
        centre.joined(call);
        assertThat(now()).isEqualTo(seen);
        assertThat(rowVersion()).isEqualTo(seen.version());

        transfers().swap(ALICE, id, seen.version());
        centre.joined(call);
        assertThat(now().state()).isEqualTo(TransferState.ASIDE);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> transfers().swap(ALICE, id, seen.version()))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.STALE));
        assertThat(now().state()).isEqualTo(TransferState.ASIDE);
    }

    @Test
    void blindTransfer_tellsItsTransferorNothingAfterTheStart() {
        CallId call = begin(TransferMethod.BLIND, false, number(EVE));
        centre.goodbyes(call);
        assertThat(shown("alice")).isEmpty();
        centre.answers(call, EVE);
        centre.joined(call);

        assertThat(centre.wire().takeAsked())
                .containsExactly("hangUp alice TRANSFERRED", "hold bob", "dial " + EVE, "join bob " + EVE);
        assertThat(heard().messages()).containsExactly(TRANSFER_STARTED);
        assertThat(heard().forTransferor()).containsExactly(TransferState.UNATTENDED);
        assertThat(transfers().recent("alice")).isEmpty();
        assertThat(now().outcome()).isEqualTo(TransferState.COMPLETED);
    }

    @Test
    void blindTransfer_reportOfAJoinComesLate_itsTransferorStaysGone() {
        CallId call = begin(TransferMethod.BLIND, false, number(EVE));
        centre.joined(call);
        centre.answers(call, EVE);
        centre.joined(call);
        assertThat(now().outcome()).isEqualTo(TransferState.COMPLETED);
        assertThat(shown("alice")).isEmpty();
    }

    @Test
    void blindTarget_isBusy_transfereeIsInItsQueueAgainAndOffered() {
        CallId call = begin(TransferMethod.BLIND, false, number(EVE));
        centre.goodbyes(call);
        centre.wire().takeAsked();
        centre.gone(call, EVE, EndCause.ofStatus(486, "Busy Here"));

        assertThat(now().outcome()).isEqualTo(TransferState.FELL_BACK);
        assertThat(centre.wire().takeAsked()).containsExactly("dial alice");
        centre.answers(call, "alice");
        centre.joined(call);
        assertThat(shown("alice")).containsExactly(CallView.State.CONNECTED);
    }

    @Test
    void blindTarget_isBusy_transferorIsRungWhenTheQueueIsNoMore() {
        CallId call = begin(TransferMethod.BLIND, false, number(EVE));
        centre.goodbyes(call);
        centre.wire().takeAsked();
        centre.get(InboundAdminService.class).delete("aatu", ContactCentre.SERVICE);
        centre.gone(call, EVE, EndCause.ofStatus(486, "Busy Here"));

        assertThat(now().state()).isEqualTo(TransferState.RECALLING);
        assertThat(centre.wire().takeAsked()).contains("dial alice");
        assertThat(waiting()).isEmpty();
        centre.answers(call, "alice");
        centre.joined(call);
        assertThat(now().outcome()).isEqualTo(TransferState.RETURNED);
    }

    @Test
    void blindTransfer_isPulledBackInTime() {
        CallId call = begin(TransferMethod.BLIND, false, number(EVE));
        centre.goodbyes(call);
        transfers().cancel(ALICE, id, now().version());
        centre.answers(call, "alice");
        centre.joined(call);

        assertThat(now().outcome()).isEqualTo(TransferState.RETURNED);
        assertThat(now().reason()).isEqualTo("pulled-back");
        assertThat(heard().messages()).containsExactly(TRANSFER_STARTED);
    }

    @Test
    void cancelledTransfer_tellsInOrder() {
        CallId call = begin(TransferMethod.ATTENDED, false, number(EVE));
        centre.held(call, "bob");
        transfers().cancel(ALICE, id, now().version());
        centre.joined(call);
        assertThat(heard().messages()).containsExactly(TRANSFER_STARTED, CANCELLED, RECONNECTING, RETURNED);
    }

    @Test
    void queueAsTarget_offersItsAgentAndCompletesWhenAHumanAnswers() {
        centre.available("carol");
        CallId call = begin(TransferMethod.ATTENDED, false, inbound(ContactCentre.SUPPORT));
        centre.held(call, "bob");
        centre.rings(call, "carol");
        assertThat(now().state()).isEqualTo(TransferState.RINGING);
        centre.answers(call, "carol");
        centre.joined(call);
        assertThat(now().outcome()).isEqualTo(TransferState.COMPLETED);
        assertThat(shown("carol")).containsExactly(CallView.State.CONNECTED);
    }

    @Test
    void queueAsTargetWithNobodyThere_failsAtOnce() {
        CallId call = begin(TransferMethod.ATTENDED, false, inbound(ContactCentre.SUPPORT));
        centre.held(call, "bob");
        centre.settle();
        centre.joined(call);
        assertThat(now().outcome()).isEqualTo(TransferState.RETURNED);
        assertThat(now().reason()).isEqualTo("no-agents");
    }

    @Test
    void blindToAQueueWithNobodyThere_transfereeIsInItsOwnQueueAgain() {
        CallId call = begin(TransferMethod.BLIND, false, inbound(ContactCentre.SUPPORT));
        centre.goodbyes(call);
        centre.settle();
        assertThat(now().outcome()).isEqualTo(TransferState.FELL_BACK);
        assertThat(now().reason()).isEqualTo("no-agents");
        assertThat(waiting()).containsExactly(ContactCentre.SERVICE);
        assertThat(shown("alice")).containsExactly(CallView.State.RINGING);
    }

    @Test
    void queueAsTarget_offerThatIsNotAnswered_isTheQueuesOwnAffair() {
        centre.available("carol");
        CallId call = begin(TransferMethod.ATTENDED, false, inbound(ContactCentre.SUPPORT));
        centre.held(call, "bob");
        centre.gone(call, "carol", EndCause.ofStatus(603, "Decline"));
        assertThat(now().state()).isEqualTo(TransferState.DIALING);
        assertThat(centre.wire().takeAsked()).endsWith("dial carol", "dial carol");
    }

    @Test
    void transferorLeavesAndTargetFails_transferorIsRungAgain() {
        CallId call = begin(TransferMethod.ATTENDED, false, number(EVE));
        centre.held(call, "bob");
        centre.get(CallService.class).hangUp("alice", call.value());
        centre.goodbyes(call);
        centre.gone(call, EVE, EndCause.ofStatus(404, "Not Found"));
        assertThat(now().state()).isEqualTo(TransferState.RECALLING);
        assertThat(shown("alice")).containsExactly(CallView.State.RINGING);
        centre.answers(call, "alice");
        centre.joined(call);
        assertThat(now().outcome()).isEqualTo(TransferState.RETURNED);
    }

    @Test
    void timeline_isKeptInTheRows() {
        CallId call = begin(TransferMethod.BLIND, false, number(EVE));
        centre.gone(call, "bob", EndCause.of(EndCause.Kind.NORMAL));

        List<TransferView.Moment> kept = centre.get(TransferHistory.class).timeline(id.toString());
        assertThat(kept)
                .extracting(TransferView.Moment::state)
                .containsExactly(TransferState.UNATTENDED, TransferState.ABANDONED);
        assertThat(kept.get(0).code()).isEqualTo(TRANSFER_STARTED);
        assertThat(centre.get(TransferHistory.class)
                        .find(id.toString())
                        .orElseThrow()
                        .view()
                        .outcome())
                .isEqualTo(TransferState.ABANDONED);
    }

    private CallId begin(TransferMethod method, boolean consult, TransferOrder.Target target) {
        CallId call = centre.talking();
        centre.wire().takeAsked();
        transfers().put(ALICE, id, new TransferOrder(call.value(), method, consult, false, target));
        centre.settle();
        return call;
    }

    private List<String> waiting() {
        List<?> numbers = centre.database()
                .in(rows -> rows.createNativeQuery("select number from waiting").getResultList());
        return numbers.stream().map(String::valueOf).toList();
    }

    private long rowVersion() {
        return centre.get(TransferHistory.class)
                .find(id.toString())
                .orElseThrow()
                .view()
                .version();
    }

    private void swap() {
        transfers().swap(ALICE, id, now().version());
    }

    private TransferView now() {
        return transfers().find(ALICE, id).transfer();
    }

    private TransferService transfers() {
        return centre.get(TransferService.class);
    }

    private Heard heard() {
        return centre.get(Heard.class);
    }

    private List<CallView.State> shown(String username) {
        return centre.get(CallService.class).liveCalls(username).stream()
                .map(CallView::state)
                .toList();
    }

    static TransferOrder.Target number(String number) {
        return new TransferOrder.Target(TargetType.NUMBER, null, number);
    }

    static TransferOrder.Target agent(String username) {
        return new TransferOrder.Target(TargetType.AGENT, username, null);
    }

    static TransferOrder.Target inbound(String number) {
        return new TransferOrder.Target(TargetType.INBOUND, number, null);
    }
}
