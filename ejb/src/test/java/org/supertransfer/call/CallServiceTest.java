package org.supertransfer.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.supertransfer.agent.Availability;
import org.supertransfer.agent.Role;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.number.NumberClass;
import org.supertransfer.number.NumberPolicy;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** Calls through the whole module, asserted on the wire, on the page and in the rows. */
class CallServiceTest extends ContactCentreTest {
    @Test
    void callerOfAServiceNumber_reachesTheAvailableAgent() {
        CallId call = centre.talking();

        assertThat(centre.wire().takeAsked()).containsExactly("dial alice", "join alice bob");
        assertThat(shown("alice")).containsExactly(CallView.State.CONNECTED);
        assertThat(centre.availability("alice")).isEqualTo(Availability.BUSY);
        assertThat(state(call)).isEqualTo("UP");
    }

    @Test
    void agentHangsUp_callerIsHungUpAndAgentIdleAfterItsLastLeg() {
        CallId call = centre.talking();
        centre.get(CallService.class).hangUp("alice", call.value());

        assertThat(centre.wire().takeAsked()).endsWith("hangUp alice NORMAL", "hangUp bob NORMAL");
        assertThat(centre.availability("alice")).isEqualTo(Availability.BUSY);
        centre.goodbyes(call);
        assertThat(centre.availability("alice")).isEqualTo(Availability.AVAILABLE);
        assertThat(state(call)).isEqualTo("ENDED");
    }

    @Test
    void unknownNumber_isRefusedWith404() {
        centre.arrives("0209999999");
        assertThat(centre.wire().takeAsked()).containsExactly("hangUp bob NOT_FOUND");
    }

    @Test
    void everybodyAway_callerWaitsAndIsRefusedAtTheDeadline() {
        CallId call = centre.arrives(ContactCentre.SERVICE);
        assertThat(centre.wire().takeAsked()).containsExactly("ring bob QUEUED");
        assertThat(waiting()).isEqualTo(1);

        centre.pass(Duration.ofSeconds(120));
        assertThat(centre.wire().takeAsked()).containsExactly("hangUp bob NO_ANSWER");
        assertThat(state(call)).isEqualTo("ENDED");
        assertThat(waiting()).isZero();
    }

    @Test
    void twoUnansweredOffers_putTheAgentAwayAndTheNextOneRings() {
        centre.available("alice");
        CallId call = centre.arrives(ContactCentre.SERVICE);
        centre.pass(Duration.ofSeconds(20));
        centre.goodbyes(call);
        centre.pass(Duration.ofSeconds(20));
        centre.goodbyes(call);
        assertThat(centre.availability("alice")).isEqualTo(Availability.AWAY);

        centre.wire().takeAsked();
        centre.available("dave");
        assertThat(centre.wire().takeAsked()).containsExactly("dial dave");
    }

    /** The phone was picked up while we hung it up: it is told BYE, and that it was answered is known. */
    @Test
    void answerAfterTheDeadline_givesTheAgentNoCall() {
        centre.available("alice");
        CallId call = centre.arrives(ContactCentre.SERVICE);
        centre.pass(Duration.ofSeconds(20));
        centre.answers(call, "alice");
        assertThat(shown("alice")).isEmpty();
        assertThat(answered("alice")).containsExactly(true);

        centre.available("dave");
        centre.answers(call, "dave");
        centre.joined(call);
        assertThat(shown("alice")).isEmpty();
        assertThatThrownBy(() -> centre.get(CallService.class).hangUp("alice", call.value()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NOT_FOUND));
        assertThat(shown("dave")).containsExactly(CallView.State.CONNECTED);
    }

    @Test
    void longestIdleAgent_isOfferedFirst() {
        centre.available("dave");
        CallId first = centre.arrives(ContactCentre.SERVICE);
        centre.answers(first, "dave");
        centre.gone(first, "bob", EndCause.of(EndCause.Kind.NORMAL));
        centre.goodbyes(first);
        centre.available("alice");
        centre.wire().takeAsked();

        centre.arrives(ContactCentre.SERVICE);
        assertThat(centre.wire().takeAsked()).containsExactly("dial alice");
    }

    /** The offer and the agent's own call cross each other. */
    @Test
    void agentDialsAsItIsOffered_isOfferedNothingMoreUntilItsOwnCallHasEnded() {
        centre.available("alice");
        CallId offered = centre.arrives(ContactCentre.SERVICE);
        CallId own = centre.calls("alice", "0401000001");
        centre.wire().takeAsked();
        centre.gone(offered, "alice", EndCause.ofStatus(486, "Busy Here"));
        assertThat(centre.wire().takeAsked()).doesNotContain("dial alice");
        assertThat(centre.availability("alice")).isEqualTo(Availability.BUSY);

        centre.gone(own, "alice's second line", EndCause.of(EndCause.Kind.NORMAL));
        assertThat(centre.wire().takeAsked()).contains("dial alice");
    }

    @Test
    void callerGivesUpWhileThePhoneRings_phoneIsCancelled() {
        centre.available("alice");
        CallId call = centre.arrives(ContactCentre.SERVICE);
        centre.gone(call, "bob", EndCause.of(EndCause.Kind.CANCELLED));
        assertThat(centre.wire().takeAsked()).containsExactly("dial alice", "hangUp alice CANCELLED");
    }

    @Test
    void databaseSilent_newCallIsRefusedAndLiveOneGoesOnAndIsWrittenLater() {
        CallId live = centre.talking();
        centre.database().silent(true);
        centre.get(CallService.class).hold("alice", live.value());
        assertThat(shown("alice")).containsExactly(CallView.State.HELD);
        assertThat(state(live)).isEqualTo("UP");

        centre.wire().takeAsked();
        centre.arrives(ContactCentre.SERVICE);
        assertThat(centre.wire().takeAsked()).containsExactly("hangUp bob OVERLOAD");

        centre.database().silent(false);
        centre.pass(Duration.ofSeconds(1));
        assertThat(state(live)).isEqualTo("HELD");
    }

    @Test
    void placedCall_ringsTheAgentFirstAndShowsOurNumberOutside() {
        CallView placed = centre.get(CallService.class).place("alice", "0401000001");
        CallId call = new CallId(placed.id());
        assertThat(centre.wire().takeAsked()).containsExactly("dial alice");

        centre.answers(call, "alice");
        centre.answers(call, "+358401000001");
        centre.joined(call);
        assertThat(centre.wire().requestTo("+358401000001").caller().number()).isEqualTo(ContactCentre.SERVICE);
        assertThat(shown("alice")).containsExactly(CallView.State.CONNECTED);
    }

    @Test
    void callToAQueueOrToOneself_isRefusedBeforeAnyPhoneRings() {
        assertThatThrownBy(() -> centre.get(CallService.class).place("alice", ContactCentre.SERVICE))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NUMBER_IS_QUEUE));
        assertThatThrownBy(() -> centre.get(CallService.class).place("alice", "1201"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.TARGET_IS_SELF));
        assertThat(centre.wire().takeAsked()).isEmpty();
    }

    @Test
    void callToANumberOfTheHouse_whereItsClassIsNotAllowed_isRefused_byPageAndPhone() {
        centre.get(NumberPolicy.class).use(Map.of(Role.AGENT, Set.of(NumberClass.MOBILE)));

        assertThatThrownBy(() -> centre.get(CallService.class).place("alice", "1202"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NUMBER_NOT_ALLOWED));
        centre.calls("alice", "1202");
        assertThat(centre.wire().takeAsked()).containsExactly("hangUp alice's second line REFUSED");
    }

    @Test
    void placingASecondCall_isRefused() {
        centre.talking();
        assertThatThrownBy(() -> centre.get(CallService.class).place("alice", "1202"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.ALREADY_ON_CALL));
    }

    @Test
    void somebodyElsesCall_isNotFound() {
        CallId call = centre.talking();
        assertThatThrownBy(() -> centre.get(CallService.class).hangUp("carol", call.value()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(Refusal.NOT_FOUND));
    }

    @Test
    void legThatNeverSaysGoodbye_freesItsPhoneAfterAWhile() {
        CallId call = centre.talking();
        centre.get(CallService.class).hangUp("alice", call.value());
        centre.pass(Duration.ofSeconds(45));
        assertThat(centre.availability("alice")).isEqualTo(Availability.AVAILABLE);
    }

    private List<CallView.State> shown(String username) {
        return centre.get(CallService.class).liveCalls(username).stream()
                .map(CallView::state)
                .toList();
    }

    private String state(CallId call) {
        return centre.database().in(rows -> rows.find(CallRecord.class, call.value()).state);
    }

    private List<Boolean> answered(String username) {
        return centre.database()
                .in(rows -> rows.createQuery("select l from LegRecord l where l.username = :username", LegRecord.class)
                        .setParameter("username", username)
                        .getResultStream()
                        .map(leg -> leg.answeredAt != null)
                        .toList());
    }

    private long waiting() {
        return centre.database().in(rows -> ((Number)
                        rows.createNativeQuery("select count(*) from waiting").getSingleResult())
                .longValue());
    }
}
