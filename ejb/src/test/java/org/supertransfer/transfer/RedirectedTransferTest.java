package org.supertransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
import org.supertransfer.number.NumberClass;
import org.supertransfer.number.NumberPolicy;

/** A target's phone redirects: followed where its transferor may transfer to, and told in the timeline. */
class RedirectedTransferTest extends ContactCentreTest {
    private static final Caller ALICE = new Caller("alice", Set.of(Role.AGENT));
    private static final String ULLA = "sip:1301@127.0.0.1:7301";
    private static final String MOBILE = "+358401000001";
    private static final String PREMIUM = "0600123123";
    private static final String FOREIGN = "+4690510";

    private final UUID id = UUID.randomUUID();

    RedirectedTransferTest() {
        super(Heard.class);
    }

    private CallId dialling() {
        CallId call = centre.talking();
        TransferOrder.Target ulla = new TransferOrder.Target(TargetType.USER, "1301", null);
        TransferOrder order = new TransferOrder(call.value(), TransferMethod.ATTENDED, false, false, ulla);
        centre.get(TransferService.class).put(ALICE, id, order);
        centre.settle();
        centre.held(call, "bob");
        centre.wire().takeAsked();
        return call;
    }

    private TransferView now() {
        return centre.get(TransferService.class).find(ALICE, id).transfer();
    }

    @Test
    void toANumberThatTheAgentMayReach_isFollowed_andStandsInTheTimeline() {
        CallId call = dialling();

        centre.redirects(call, ULLA, MOBILE);

        assertThat(centre.wire().takeAsked()).containsExactly("redirect " + ULLA + " to [" + MOBILE + "]");
        assertThat(now().state()).isEqualTo(TransferState.DIALING);
        assertThat(centre.get(TransferService.class).find(ALICE, id).timeline())
                .anyMatch(moment -> Integer.valueOf(302).equals(moment.sip()));
        centre.answers(call, ULLA);
        centre.joined(call);
        assertThat(now().outcome()).isEqualTo(TransferState.COMPLETED);
    }

    @Test
    void toNumbersThatTheAgentMayNotReach_isNotFollowed_andTheCallComesBack() {
        CallId call = dialling();

        centre.redirects(call, ULLA, PREMIUM, FOREIGN, "112", "+358112", "nonsense", "");

        assertThat(centre.wire().takeAsked()).containsExactly("redirect " + ULLA + " to []");
        centre.gone(call, ULLA, EndCause.ofStatus(302, "Moved"));
        centre.joined(call);
        assertThat(now().outcome()).isEqualTo(TransferState.RETURNED);
        assertThat(now().sipStatus()).isEqualTo(302);
    }

    @Test
    void toSeveral_onlyTheAllowedAreTried_inTheirOrder() {
        CallId call = dialling();

        centre.redirects(call, ULLA, PREMIUM, "0501111111", MOBILE);

        assertThat(centre.wire().takeAsked())
                .containsExactly("redirect " + ULLA + " to [+358501111111, " + MOBILE + "]");
    }

    @Test
    void toAFreeAgent_isFollowed_andTheAgentHasTheCall() {
        CallId call = dialling();

        centre.redirects(call, ULLA, "1202");

        assertThat(centre.wire().takeAsked()).containsExactly("redirect " + ULLA + " to [carol]");
        assertThat(centre.availability("carol")).isEqualTo(Availability.BUSY);
        assertThat(centre.get(TransferService.class).find(ALICE, id).timeline())
                .anyMatch(moment -> Integer.valueOf(302).equals(moment.sip()));
        centre.answers(call, ULLA);
        centre.joined(call);
        assertThat(now().outcome()).isEqualTo(TransferState.COMPLETED);
        assertThat(centre.get(CallService.class).liveCalls("carol"))
                .extracting(CallView::id)
                .containsExactly(call.value());
        centre.gone(call, "bob", EndCause.of(EndCause.Kind.NORMAL));
        centre.goodbyes(call);
        assertThat(centre.availability("carol")).isEqualTo(Availability.AWAY);
    }

    @Test
    void toAFreeAgentWhoDoesNotAnswer_theAgentIsFreeAgain() {
        CallId call = dialling();
        centre.redirects(call, ULLA, "1202");

        centre.gone(call, ULLA, EndCause.of(EndCause.Kind.DECLINED));

        assertThat(centre.availability("carol")).isEqualTo(Availability.AWAY);
        centre.joined(call);
        assertThat(now().outcome()).isEqualTo(TransferState.RETURNED);
    }

    @Test
    void intoTheHouse_whereItsNumbersAreNotAllowed_isNotFollowed() {
        CallId call = dialling();
        centre.available("carol");
        centre.wire().takeAsked();
        centre.get(NumberPolicy.class).use(Map.of(Role.AGENT, Set.of(NumberClass.MOBILE)));

        centre.redirects(call, ULLA, "1202", ContactCentre.SUPPORT);

        assertThat(centre.wire().takeAsked()).containsExactly("redirect " + ULLA + " to []");
        assertThat(centre.availability("carol")).isEqualTo(Availability.AVAILABLE);
    }

    @Test
    void toAnAgentOnACall_isNotFollowed() {
        CallId call = dialling();
        centre.calls("carol", "1203");
        centre.wire().takeAsked();

        centre.redirects(call, ULLA, "1202");

        assertThat(centre.wire().takeAsked()).containsExactly("redirect " + ULLA + " to []");
    }

    @Test
    void toAnInboundNumber_goesToTheAgentWhoHasBeenFreeLongest() {
        CallId call = dialling();
        centre.available("carol");
        centre.wire().takeAsked();

        centre.redirects(call, ULLA, ContactCentre.SUPPORT);

        assertThat(centre.wire().takeAsked()).containsExactly("redirect " + ULLA + " to [carol]");
    }

    @Test
    void toAnInboundNumberWithNobodyFree_isNotFollowed() {
        CallId call = dialling();

        centre.redirects(call, ULLA, ContactCentre.SUPPORT);

        assertThat(centre.wire().takeAsked()).containsExactly("redirect " + ULLA + " to []");
    }

    @Test
    void toWhomeverHasAPartInTheCall_isACircle_andNotFollowed() {
        CallId call = dialling();

        centre.redirects(call, ULLA, "1301", "1201", ContactCentre.BOB, "+358405551234");

        assertThat(centre.wire().takeAsked()).containsExactly("redirect " + ULLA + " to []");
    }

    @Test
    void toANumberAndAnAgent_theNumbersBeforeAreTried_theAgentIsNotTaken() {
        CallId call = dialling();

        centre.redirects(call, ULLA, MOBILE, "1202");

        assertThat(centre.wire().takeAsked()).containsExactly("redirect " + ULLA + " to [" + MOBILE + "]");
        assertThat(centre.availability("carol")).isEqualTo(Availability.AWAY);
    }

    @Test
    void byTheAgentsPhone_isNeverFollowed() {
        centre.available("alice");
        CallId call = centre.arrives(ContactCentre.SERVICE);
        centre.wire().takeAsked();

        centre.redirects(call, "alice", MOBILE);

        assertThat(centre.wire().takeAsked()).containsExactly("redirect alice to []");
    }
}
