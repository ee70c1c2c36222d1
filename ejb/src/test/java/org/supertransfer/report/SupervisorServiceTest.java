package org.supertransfer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.call.CallState;
import org.supertransfer.call.CallView;
import org.supertransfer.call.ContactCentre;
import org.supertransfer.call.ContactCentreTest;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.directory.TargetType;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.transfer.TransferMethod;
import org.supertransfer.transfer.TransferOrder;
import org.supertransfer.transfer.TransferService;
import org.supertransfer.transfer.TransferState;
import org.supertransfer.transfer.TransferView;

/** What supervisors see of the whole module while and after it works. */
class SupervisorServiceTest extends ContactCentreTest {
    private static final Caller ALICE = new Caller("alice", Set.of(Role.AGENT));
    private static final Caller SANNA = new Caller("sanna", Set.of(Role.SUPERVISOR));
    private static final Caller ADMIN = new Caller("aatu", Set.of(Role.ADMIN));

    private final UUID id = UUID.randomUUID();

    SupervisorServiceTest() {
        super(
                SupervisorService.class,
                Board.class,
                Fates.class,
                TodaysOutcomes.class,
                TransactedFateRows.class,
                TransactedSuccessRows.class);
    }

    @BeforeEach
    void open() {
        centre.get(TodaysOutcomes.class).load();
    }

    @Test
    void agent_isForbiddenEverything() {
        forbidden(() -> service().board(ALICE));
        forbidden(() -> service().calls(ALICE, ""));
        forbidden(() -> service().fate(ALICE, "c1"));
        forbidden(() -> service().success(ALICE, query(SuccessQuery.By.HOUR)));
        forbidden(() -> centre.get(TransferService.class).retrieve(ALICE, id, 1));
    }

    @Test
    void board_staysTheSameUntilSomethingHappens() {
        BoardView first = service().board(SANNA);
        assertThat(service().board(ADMIN)).isSameAs(first);
        centre.available("carol");
        BoardView second = service().board(SANNA);
        assertThat(second.version()).isEqualTo(first.version() + 1);
        BoardChange change = BoardChange.between(first, second);
        assertThat(change.from()).isEqualTo(first.version());
        assertThat(change.agents())
                .extracting(BoardView.AgentLine::username, BoardView.AgentLine::availability)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("carol", Availability.AVAILABLE));
        assertThat(change.gone()).isEmpty();
    }

    @Test
    void waitingCaller_isInItsQueue() {
        centre.arrives(ContactCentre.SERVICE);
        BoardView.Queue queue = service().board(SANNA).queues().stream()
                .filter(each -> each.number().equals(ContactCentre.SERVICE))
                .findFirst()
                .orElseThrow();
        assertThat(queue.waiting()).isEqualTo(1);
        assertThat(queue.waitingSince()).isNotNull();
        assertThat(queue.agents()).isEqualTo(2);
    }

    @Test
    void blindTransfer_isInFlight_withItsCustomer_untilItEnds() {
        CallId call = blind();
        BoardView board = service().board(SANNA);
        assertThat(board.transfers()).hasSize(1);
        assertThat(board.transfers().get(0).transfer().state()).isEqualTo(TransferState.UNATTENDED);
        assertThat(board.transfers().get(0).transferee()).isEqualTo(new CallView.PartyView(ContactCentre.BOB, "Bob"));
        centre.answers(call, "carol");
        centre.joined(call);
        assertThat(service().board(SANNA).transfers()).isEmpty();
        assertThat(service().board(SANNA).today().outcomes())
                .containsOnly(java.util.Map.entry(TransferState.COMPLETED, 1));
        centre.get(TodaysOutcomes.class).load();
        assertThat(service().board(SANNA).today().outcomes())
                .containsOnly(java.util.Map.entry(TransferState.COMPLETED, 1));
    }

    @Test
    void fate_tellsLegsMovesAndMessages() {
        CallId call = begin(TransferMethod.ATTENDED);
        centre.held(call, "bob");
        centre.rings(call, "carol");
        centre.gone(call, "carol", EndCause.ofStatus(486, "Busy Here"));
        centre.joined(call);

        FateView fate = service().fate(SANNA, call.value());
        assertThat(fate.call().party()).isEqualTo(new CallView.PartyView(ContactCentre.BOB, "Bob"));
        assertThat(fate.call().agent()).isEqualTo(new CallLine.Person("alice", "alice"));
        assertThat(fate.legs()).extracting(FateView.LegLine::number).containsExactly(ContactCentre.BOB, "1201", "1202");
        FateView.LegLine carols = fate.legs().get(2);
        assertThat(carols.shown()).isEqualTo(new CallView.PartyView(ContactCentre.BOB, "Bob"));
        assertThat(carols.end()).isEqualTo("BUSY");
        assertThat(carols.sipStatus()).isEqualTo(486);
        assertThat(fate.moves()).extracting(FateView.Step::to).contains(CallState.OFFERED, CallState.UP);
        assertThat(fate.transfers()).hasSize(1);
        assertThat(fate.transfers().get(0).messages())
                .extracting(FateView.Told::code)
                .containsExactly("TRANSFER_STARTED", "TARGET_RINGING", "TRANSFER_FAILED", "RECONNECTING", "RETURNED");
        assertThat(fate.transfers().get(0).lines())
                .extracting(FateView.Line::state)
                .last()
                .isEqualTo(TransferState.RETURNED);
        assertThat(fate.held()).isBetween(Duration.ZERO, Duration.ofSeconds(10));
    }

    @Test
    void unknownCall_isNotFound() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> service().fate(SANNA, "nothing"))
                .extracting(Refused::refusal)
                .isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void call_isFoundByNumberNameLegAndIds() {
        CallId call = blind();
        for (String query : List.of(
                ContactCentre.BOB, "040 555", "bob", "1202", call.value(), id.toString(), "+358405551234", "")) {
            assertThat(service().calls(SANNA, query))
                    .as(query)
                    .extracting(CallLine::id)
                    .containsExactly(call.value());
        }
        assertThat(service().calls(SANNA, "nobody")).isEmpty();
        assertThat(service().calls(SANNA, "%")).isEmpty();
        assertThat(service().calls(SANNA, UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void success_countsByTargetMethodAndHour() {
        CallId call = blind();
        centre.answers(call, "carol");
        centre.joined(call);

        SuccessView byTarget = service().success(SANNA, query(SuccessQuery.By.TARGET));
        assertThat(byTarget.lines()).extracting(SuccessView.Line::key).containsExactly("AGENT:carol");
        assertThat(byTarget.total().rate()).isEqualByComparingTo("1");
        SuccessView byMethod = service().success(SANNA, query(SuccessQuery.By.METHOD));
        assertThat(byMethod.lines())
                .filteredOn(line -> line.key().equals("BLIND"))
                .extracting(line -> line.counts().of(TransferState.COMPLETED))
                .containsExactly(1);
        SuccessView byHour = service().success(SANNA, query(SuccessQuery.By.HOUR));
        assertThat(byHour.lines()).hasSize(24);
        assertThat(byHour.lines())
                .filteredOn(line -> line.counts().transfers() == 1)
                .hasSize(1);
        assertThat(byHour.total().transfers()).isEqualTo(1);
    }

    @Test
    void retrieval_bringsTheCustomerBack_andIsRemembered() {
        CallId call = begin(TransferMethod.ATTENDED);
        centre.held(call, "bob");
        centre.rings(call, "carol");
        TransferService transfers = centre.get(TransferService.class);
        TransferView now = transfers.find(SANNA, id).transfer();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> transfers.retrieve(SANNA, id, now.version() - 1))
                .extracting(Refused::refusal)
                .isEqualTo(Refusal.STALE);
        assertThat(transfers.retrieve(ADMIN, id, now.version()).state()).isEqualTo(TransferState.RETRIEVING);
        centre.settle();
        centre.joined(call);
        assertThat(transfers.find(SANNA, id).transfer().reason()).isEqualTo("supervisor-retrieved");
        FateView.Transfer fate = service().fate(SANNA, call.value()).transfers().get(0);
        assertThat(fate.retrievedBy()).isEqualTo(new CallLine.Person("aatu", "aatu"));
    }

    private CallId blind() {
        return begin(TransferMethod.BLIND);
    }

    private CallId begin(TransferMethod method) {
        CallId call = centre.talking();
        centre.get(TransferService.class)
                .put(
                        ALICE,
                        id,
                        new TransferOrder(
                                call.value(),
                                method,
                                false,
                                false,
                                new TransferOrder.Target(TargetType.AGENT, "carol", null)));
        centre.settle();
        return call;
    }

    private static SuccessQuery query(SuccessQuery.By by) {
        Instant now = Instant.now();
        return new SuccessQuery(now.minusSeconds(60), now.plusSeconds(60), by, ZoneId.of("Europe/Helsinki"));
    }

    private static void forbidden(ThrowingCallable call) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(call)
                .extracting(Refused::refusal)
                .isEqualTo(Refusal.FORBIDDEN);
    }

    private SupervisorService service() {
        return centre.get(SupervisorService.class);
    }
}
