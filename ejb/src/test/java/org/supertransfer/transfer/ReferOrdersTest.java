package org.supertransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.transfer.MessageCode.RECONNECTING;
import static org.supertransfer.transfer.MessageCode.RETURNED;
import static org.supertransfer.transfer.MessageCode.TARGET_ANSWERED;
import static org.supertransfer.transfer.MessageCode.TARGET_RINGING;
import static org.supertransfer.transfer.MessageCode.TRANSFER_FAILED;
import static org.supertransfer.transfer.MessageCode.TRANSFER_STARTED;
import static org.supertransfer.transfer.MessageCode.TRANSFER_SUCCEEDED;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.call.CallService;
import org.supertransfer.call.CallView;
import org.supertransfer.call.ContactCentre;
import org.supertransfer.call.ContactCentreTest;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.ReferTarget;
import org.supertransfer.number.NumberClass;
import org.supertransfer.number.NumberPolicy;
import org.supertransfer.problem.Refusal;

/** The transfer key of an agent's phone through the whole module: wire, page and refusals. */
class ReferOrdersTest extends ContactCentreTest {
    private static final String EVE = "+358401000001";

    private CallId call = CallId.random();

    ReferOrdersTest() {
        super(Heard.class);
    }

    @BeforeEach
    void talk() {
        call = centre.talking();
        centre.wire().takeAsked();
    }

    @Test
    void toANumber_isHandedOverOnAnswer_outcomeBeforeTheBye() {
        refers(EVE);
        centre.held(call, "bob");
        centre.rings(call, EVE);
        centre.answers(call, EVE);
        centre.joined(call);

        assertThat(centre.wire().takeAsked())
                .containsExactly(
                        "accept REFER",
                        "hold bob",
                        "hold alice",
                        "dial " + EVE,
                        "report REFER 180",
                        "join bob " + EVE,
                        "report REFER 200",
                        "hangUp alice TRANSFERRED");
        assertThat(heard().messages())
                .containsExactly(TRANSFER_STARTED, TARGET_RINGING, TARGET_ANSWERED, TRANSFER_SUCCEEDED);
        centre.goodbyes(call);
        assertThat(centre.availability("alice")).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void targetBusy_callComesBack_andThePhoneIsTold() {
        refers(EVE);
        centre.held(call, "bob");
        centre.gone(call, EVE, EndCause.ofStatus(486, "Busy Here"));
        centre.joined(call);

        assertThat(centre.wire().takeAsked())
                .containsExactly(
                        "accept REFER", "hold bob", "hold alice", "dial " + EVE, "join alice bob", "report REFER 486");
        assertThat(heard().messages()).containsExactly(TRANSFER_STARTED, TRANSFER_FAILED, RECONNECTING, RETURNED);
    }

    @Test
    void phoneHangsUpAtOnce_theTransferGoesOnAndIsReported() {
        refers(EVE);
        centre.gone(call, "alice", EndCause.of(EndCause.Kind.NORMAL));
        centre.held(call, "bob");
        centre.rings(call, EVE);
        centre.answers(call, EVE);
        centre.joined(call);

        assertThat(centre.wire().takeAsked())
                .containsExactly(
                        "accept REFER",
                        "hold bob",
                        "hold alice",
                        "dial " + EVE,
                        "report REFER 180",
                        "join bob " + EVE,
                        "report REFER 200");
    }

    @Nested
    class WithASecondCall {
        private static final String LINE = "alice's second line";

        @Test
        void farEndsAreJoined_bothLinesOfThePhoneAreHungUp() {
            CallId second = consulting(EVE);
            centre.refers(call, "alice", second, LINE);
            centre.joined(call);

            assertThat(centre.wire().takeAsked())
                    .containsExactly(
                            "accept REFER",
                            "merge",
                            "join bob " + EVE,
                            "report REFER 200",
                            "hangUp alice TRANSFERRED",
                            "hangUp " + LINE + " TRANSFERRED");
            assertThat(heard().messages()).containsExactly(TRANSFER_STARTED, TRANSFER_SUCCEEDED);
            centre.goodbyes(call);
            assertThat(centre.availability("alice")).isEqualTo(Availability.AVAILABLE);
            assertThat(centre.get(CallService.class).liveCalls("alice")).isEmpty();
        }

        /** Some phones hang up with the REFER: the customer must not go with them. */
        @Test
        void phoneHangsUpAtOnce_farEndsAreJoinedAllTheSame() {
            CallId second = consulting(EVE);
            centre.atOnce(() -> {
                centre.refers(call, "alice", second, LINE);
                centre.gone(call, "alice", EndCause.of(EndCause.Kind.NORMAL));
            });
            centre.joined(call);

            assertThat(centre.wire().takeAsked())
                    .containsExactly(
                            "accept REFER",
                            "merge",
                            "join bob " + EVE,
                            "report REFER 200",
                            "hangUp " + LINE + " TRANSFERRED");
        }

        @Test
        void phoneHangsUpAtOnce_andTheConsultationIsOver_theCustomerIsHungUpAfterTheRefusal() {
            CallId second = consulting(EVE);
            centre.atOnce(() -> {
                centre.gone(second, EVE, EndCause.of(EndCause.Kind.NORMAL));
                centre.gone(second, LINE, EndCause.of(EndCause.Kind.NORMAL));
                centre.refers(call, "alice", second, LINE);
                centre.gone(call, "alice", EndCause.of(EndCause.Kind.NORMAL));
            });

            assertThat(centre.wire().takeAsked()).endsWith("refuse REFER 603 target-unknown", "hangUp bob NORMAL");
        }

        @Test
        void anAgentAsTarget_hasTheFirstCallFromThen_andIsFreeAfterIt() {
            CallId second = consulting("1202");
            centre.refers(call, "alice", second, LINE);
            centre.joined(call);
            centre.goodbyes(call);
            assertThat(centre.availability("carol")).isEqualTo(Availability.BUSY);
            assertThat(centre.get(CallService.class).liveCalls("carol"))
                    .singleElement()
                    .satisfies(view -> {
                        assertThat(view.id()).isEqualTo(call.value());
                        assertThat(view.state()).isEqualTo(CallView.State.CONNECTED);
                    });
            centre.gone(call, "carol", EndCause.of(EndCause.Kind.NORMAL));
            centre.goodbyes(call);
            assertThat(centre.availability("carol")).isNotEqualTo(Availability.BUSY);
        }

        @Test
        void targetStillRings_isHandedOverOnAnswer_andThePhonesCancelTouchesNobody() {
            CallId second = centre.calls("alice", EVE);
            centre.rings(second, EVE);
            centre.wire().takeAsked();
            centre.refers(call, "alice", second, LINE);
            centre.gone(call, LINE, EndCause.of(EndCause.Kind.CANCELLED));
            centre.answers(call, EVE);
            centre.joined(call);

            assertThat(centre.wire().takeAsked())
                    .containsExactly(
                            "accept REFER",
                            "merge",
                            "hold bob",
                            "hold alice",
                            "report REFER 180",
                            "join bob " + EVE,
                            "report REFER 200",
                            "hangUp alice TRANSFERRED");
        }

        @Test
        void reportsOnTheirWay_comeToTheCallThatHasTheLegNow() {
            CallId second = centre.calls("alice", EVE);
            centre.rings(second, EVE);
            centre.refers(call, "alice", second, LINE);
            centre.wire().takeAsked();
            centre.gone(second, EVE, EndCause.ofStatus(486, "Busy Here"));
            centre.joined(call);

            assertThat(centre.wire().takeAsked())
                    .containsExactly("join alice bob", "report REFER 486", "hangUp " + LINE + " CANCELLED");
        }

        @Test
        void farEndsCannotBeJoined_callComesBack() {
            CallId second = consulting(EVE);
            centre.refers(call, "alice", second, LINE);
            centre.notJoined(call);
            centre.joined(call);

            assertThat(centre.wire().takeAsked())
                    .contains("hangUp " + EVE + " NORMAL", "join alice bob", "report REFER 488")
                    .endsWith("hangUp " + LINE + " TRANSFERRED");
            assertThat(heard().messages()).containsExactly(TRANSFER_STARTED, TRANSFER_FAILED, RECONNECTING, RETURNED);
        }

        @Test
        void emergencyCallOfThePhone_isNotJoined_andGoesOn() {
            CallId second = consulting("112");
            centre.refers(call, "alice", second, LINE);
            assertThat(centre.wire().takeAsked()).containsExactly("refuse REFER 403 emergency-unconfirmed");
            centre.gone(second, LINE, EndCause.of(EndCause.Kind.NORMAL));
            assertThat(centre.wire().takeAsked()).containsExactly("hangUp 112 NORMAL");
        }

        @Test
        void somebodyElsesCall_isForbidden() {
            CallId carols = centre.calls("carol", EVE);
            centre.answers(carols, EVE);
            centre.joined(carols);
            centre.wire().takeAsked();
            centre.refers(call, "alice", carols, "carol's second line");
            assertThat(centre.wire().takeAsked()).containsExactly("refuse REFER 403 not-found");
        }

        @Test
        void callThatIsOver_isDeclined() {
            CallId second = consulting(EVE);
            centre.gone(second, LINE, EndCause.of(EndCause.Kind.NORMAL));
            centre.goodbyes(second);
            centre.wire().takeAsked();
            centre.refers(call, "alice", second, LINE);
            assertThat(centre.wire().takeAsked()).containsExactly("refuse REFER 603 target-unknown");
        }

        @Test
        void customerHangsUp_thePhoneIsInUseUntilItsSecondCallHasEnded() {
            CallId second = consulting(EVE);
            centre.gone(call, "bob", EndCause.of(EndCause.Kind.NORMAL));
            centre.goodbyes(call);
            assertThat(centre.availability("alice")).isEqualTo(Availability.BUSY);
            centre.arrives(ContactCentre.SERVICE);
            assertThat(centre.wire().takeAsked()).doesNotContain("dial alice");

            centre.gone(second, LINE, EndCause.of(EndCause.Kind.NORMAL));
            assertThat(centre.wire().takeAsked()).containsExactly("hangUp " + EVE + " NORMAL", "dial alice");
        }

        @Test
        void secondCallEnds_thePhoneIsInUseForTheFirst() {
            CallId second = consulting(EVE);
            centre.gone(second, LINE, EndCause.of(EndCause.Kind.NORMAL));
            centre.goodbyes(second);
            assertThat(centre.availability("alice")).isEqualTo(Availability.BUSY);
            centre.gone(call, "alice", EndCause.of(EndCause.Kind.NORMAL));
            assertThat(centre.availability("alice")).isEqualTo(Availability.AVAILABLE);
        }

        private CallId consulting(String number) {
            CallId second = centre.calls("alice", number);
            centre.answers(second, number.equals("1202") ? "carol" : number);
            centre.joined(second);
            centre.wire().takeAsked();
            return second;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "abc, 603 number-invalid",
        "1201, 603 target-is-self",
        "0405551234, 603 target-is-transferee",
        "0600123123, 403 number-not-allowed",
        "112, 403 emergency-unconfirmed",
        "+358112, 403 emergency-unconfirmed",
        "0112, 403 emergency-unconfirmed"
    })
    void refusalsOfThePage_holdForThePhone(String number, String answer) {
        refers(number);
        assertThat(centre.wire().takeAsked()).containsExactly("refuse REFER " + answer);
        assertThat(heard().messages()).isEmpty();
    }

    @Test
    void numberLongerThanItsRowTakes_isInvalid() {
        refers("0401" + "-".repeat(120) + "000001");
        assertThat(centre.wire().takeAsked()).containsExactly("refuse REFER 603 number-invalid");
    }

    @Test
    void numberOfTheHouse_whereItsClassIsNotAllowed_isForbidden() {
        centre.get(NumberPolicy.class).use(Map.of(Role.AGENT, Set.of(NumberClass.MOBILE)));
        refers("1202");
        assertThat(centre.wire().takeAsked()).containsExactly("refuse REFER 403 number-not-allowed");
    }

    @Test
    void theCustomersPhone_isForbidden() {
        centre.refers(call, "bob", new ReferTarget.Number(EVE));
        assertThat(centre.wire().takeAsked()).containsExactly("refuse REFER 403 not-found");
    }

    @Test
    void whileAPageTransfers_isPending() {
        TransferOrder.Target eve = TransferServiceTest.number(EVE);
        TransferOrder order = new TransferOrder(call.value(), TransferMethod.ATTENDED, false, false, eve);
        centre.get(TransferService.class).put(new Caller("alice", Set.of(Role.AGENT)), UUID.randomUUID(), order);
        centre.settle();
        centre.wire().takeAsked();

        refers("0401000002");
        assertThat(centre.wire().takeAsked()).containsExactly("refuse REFER 491 transfer-live");
    }

    /** 404, 410, 416, 480 to 485 and 604 would end the phone's own call (RFC 5057 section 5.1). */
    @ParameterizedTest
    @EnumSource(Refusal.class)
    void noRefusal_endsTheCall(Refusal refusal) {
        assertThat(ReferAnswers.statusOf(refusal)).isIn(400, 403, 486, 488, 491, 503, 603);
    }

    private void refers(String number) {
        centre.refers(call, "alice", new ReferTarget.Number(number));
    }

    private Heard heard() {
        return centre.get(Heard.class);
    }
}
