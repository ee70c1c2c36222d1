package org.supertransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.supertransfer.transfer.TransferServiceTest.agent;
import static org.supertransfer.transfer.TransferServiceTest.inbound;
import static org.supertransfer.transfer.TransferServiceTest.number;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.call.CallService;
import org.supertransfer.call.CallView;
import org.supertransfer.call.CallView.HandoverView;
import org.supertransfer.call.CallView.PartyView;
import org.supertransfer.call.ContactCentre;
import org.supertransfer.call.ContactCentreTest;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** What a transfer's target is told of it: from whom it comes, and the transferor's note. */
class HandedOverTest extends ContactCentreTest {
    private static final Caller ALICE = new Caller("alice", Set.of(Role.AGENT));
    private static final String NOTE = "Asks for a refund of bill 4711.";
    private static final HandoverView TOLD = new HandoverView(new PartyView("1201", "alice"), false, NOTE);

    private final UUID id = UUID.randomUUID();

    HandedOverTest() {
        super(Heard.class);
    }

    @ParameterizedTest
    @EnumSource
    void target_readsTheNoteWhileItRingsAndWhileTheyTalk(TransferMethod method) {
        CallId call = begin(method, false, agent("carol"));
        centre.held(call, "bob");
        centre.rings(call, "carol");
        assertThat(shown("carol")).extracting(CallView::handover).containsExactly(TOLD);
        centre.answers(call, "carol");
        centre.joined(call);

        assertThat(shown("carol")).singleElement().satisfies(view -> {
            assertThat(view.state()).isEqualTo(CallView.State.CONNECTED);
            assertThat(view.handover()).isEqualTo(TOLD);
        });
        assertThat(kept()).isEqualTo(NOTE);
    }

    @Test
    void nobodyButTheTarget_isTold() {
        CallId call = begin(TransferMethod.ATTENDED, false, agent("carol"));
        centre.held(call, "bob");
        centre.rings(call, "carol");
        assertThat(shown("alice")).extracting(CallView::handover).containsOnlyNulls();
        centre.gone(call, "carol", EndCause.ofStatus(486, "Busy Here"));
        centre.joined(call);

        assertThat(shown("carol")).isEmpty();
        assertThat(shown("alice")).extracting(CallView::handover).containsOnlyNulls();
    }

    @Test
    void agentOfAnInboundNumber_isToldAsItIsOffered() {
        centre.available("carol");
        CallId call = begin(TransferMethod.BLIND, false, inbound(ContactCentre.SUPPORT));
        centre.held(call, "bob");
        assertThat(shown("carol")).extracting(CallView::handover).containsExactly(TOLD);
    }

    @Test
    void targetThatPassesTheCallOn_isToldNothingNew_butTheNextOneIs() {
        CallId call = begin(TransferMethod.ATTENDED, false, agent("carol"));
        centre.held(call, "bob");
        centre.answers(call, "carol");
        centre.joined(call);
        centre.goodbyes(call);
        Caller carol = new Caller("carol", Set.of(Role.AGENT));
        TransferOrder onwards =
                new TransferOrder(call.value(), TransferMethod.ATTENDED, true, false, agent("dave"), "And now you.");
        transfers().put(carol, UUID.randomUUID(), onwards);
        centre.held(call, "bob");

        assertThat(shown("carol")).extracting(CallView::handover).containsExactly(TOLD);
        assertThat(shown("dave"))
                .extracting(CallView::handover)
                .containsExactly(new HandoverView(new PartyView("1202", "carol"), true, "And now you."));
    }

    @Test
    void sameOrderWithAnotherNote_isAnotherOrder() {
        CallId call = begin(TransferMethod.ATTENDED, false, number("1202"));
        assertThat(transfers()
                        .put(ALICE, id, order(call, number("1202"), " " + NOTE + "\0"))
                        .id())
                .isEqualTo(id.toString());
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> transfers().put(ALICE, id, order(call, number("1202"), "Something else.")))
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(Refusal.ID_USED));
    }

    private CallId begin(TransferMethod method, boolean consult, TransferOrder.Target target) {
        CallId call = centre.talking();
        transfers().put(ALICE, id, new TransferOrder(call.value(), method, consult, false, target, NOTE));
        centre.settle();
        return call;
    }

    private static TransferOrder order(CallId call, TransferOrder.Target target, String note) {
        return new TransferOrder(call.value(), TransferMethod.ATTENDED, false, false, target, note);
    }

    private String kept() {
        return Objects.requireNonNull(centre.get(TransferHistory.class)
                .find(id.toString())
                .orElseThrow()
                .order()
                .note());
    }

    private List<CallView> shown(String username) {
        return centre.get(CallService.class).liveCalls(username);
    }

    private TransferService transfers() {
        return centre.get(TransferService.class);
    }
}
