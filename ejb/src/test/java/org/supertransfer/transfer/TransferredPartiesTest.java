package org.supertransfer.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supertransfer.transfer.TransferServiceTest.agent;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.call.CallService;
import org.supertransfer.call.CallView;
import org.supertransfer.call.ContactCentreTest;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.EndCause;

/** Whom each agent sees on the line, and who called whom, while a call that an agent placed is transferred. */
class TransferredPartiesTest extends ContactCentreTest {
    private static final String EVE = "+358401000001";
    private static final String CALLED = "1202/carol";

    private final UUID id = UUID.randomUUID();

    @Test
    void placedCall_ringsItsTargetAsAnIncomingOne() {
        CallId call = placed(EVE);
        assertThat(seenBy("alice")).isEqualTo("CONNECTED OUT " + EVE + "/null");
        transfer(call, "alice", "carol", TransferMethod.ATTENDED);
        centre.held(call, EVE);
        centre.rings(call, "carol");
        assertThat(seenBy("carol")).isEqualTo("RINGING IN " + EVE + "/null");
        assertThat(seenBy("alice")).isEqualTo("HELD OUT " + EVE + "/null");

        centre.answers(call, "carol");
        centre.joined(call);
        assertThat(seenBy("carol")).isEqualTo("CONNECTED IN " + EVE + "/null");
    }

    @Test
    void placedCallThatIsPulledBack_ringsItsAgent() {
        CallId call = placed(EVE);
        transfer(call, "alice", "carol", TransferMethod.BLIND);
        centre.goodbyes(call);
        centre.held(call, EVE);
        centre.rings(call, "carol");
        assertThat(seenBy("carol")).isEqualTo("RINGING IN " + EVE + "/null");
        Caller alice = caller("alice");
        transfers().cancel(alice, id, transfers().find(alice, id).transfer().version());
        centre.goodbyes(call);
        assertThat(seenBy("alice")).isEqualTo("RINGING IN " + EVE + "/null");
    }

    @Test
    void placedCallThatComesBack_ringsItsAgent() {
        CallId call = placed(EVE);
        transfer(call, "alice", "carol", TransferMethod.BLIND);
        centre.goodbyes(call);
        centre.held(call, EVE);
        centre.gone(call, "carol", EndCause.ofStatus(486, "Busy Here"));
        assertThat(seenBy("alice")).isEqualTo("RINGING IN " + EVE + "/null");
        centre.answers(call, "alice");
        centre.joined(call);
        assertThat(seenBy("alice")).isEqualTo("CONNECTED IN " + EVE + "/null");
    }

    @Test
    void placedCallWhoseTargetIsBusy_isStillItsAgentsOwn() {
        CallId call = placed(EVE);
        transfer(call, "alice", "carol", TransferMethod.ATTENDED);
        centre.held(call, EVE);
        centre.gone(call, "carol", EndCause.ofStatus(486, "Busy Here"));
        assertThat(seenBy("alice")).isEqualTo("HELD OUT " + EVE + "/null");
        centre.joined(call);
        assertThat(seenBy("alice")).isEqualTo("CONNECTED OUT " + EVE + "/null");
    }

    @Test
    void callerOfAColleague_isWhomTheColleagueTransfers() {
        CallId call = placed("1202");
        transfer(call, "carol", "dave", TransferMethod.ATTENDED);
        centre.held(call, "alice");
        centre.rings(call, "dave");
        assertThat(seenBy("carol")).isEqualTo("HELD IN 1201/alice");
        assertThat(seenBy("dave")).isEqualTo("RINGING IN 1201/alice");
        assertThat(seenBy("alice")).isEqualTo("HELD OUT " + CALLED);

        centre.answers(call, "dave");
        centre.joined(call);
        assertThat(seenBy("dave")).isEqualTo("CONNECTED IN 1201/alice");
        assertThat(seenBy("alice")).isEqualTo("CONNECTED OUT 1203/dave");
    }

    @Test
    void colleagueWhoIsTransferred_seesWhoTransfers_alsoAfterHeHasLeft() {
        CallId call = placed("1202");
        transfer(call, "alice", "dave", TransferMethod.BLIND);
        centre.goodbyes(call);
        centre.held(call, "carol");
        centre.rings(call, "dave");
        assertThat(seenBy("carol")).isEqualTo("HELD IN 1201/alice");
        assertThat(seenBy("dave")).isEqualTo("RINGING IN " + CALLED);

        centre.answers(call, "dave");
        centre.joined(call);
        assertThat(seenBy("carol")).isEqualTo("CONNECTED IN 1203/dave");
        assertThat(seenBy("dave")).isEqualTo("CONNECTED IN " + CALLED);
    }

    /** Alice places a call, and they talk. */
    private CallId placed(String to) {
        CallId call =
                new CallId(centre.get(CallService.class).place("alice", to).id());
        centre.answers(call, "alice");
        centre.answers(call, to.equals("1202") ? "carol" : to);
        centre.joined(call);
        return call;
    }

    private void transfer(CallId call, String from, String to, TransferMethod method) {
        transfers().put(caller(from), id, new TransferOrder(call.value(), method, false, false, agent(to)));
        centre.settle();
    }

    private String seenBy(String username) {
        CallView view = centre.get(CallService.class).liveCalls(username).get(0);
        CallView.PartyView party = view.party();
        return view.state() + " " + view.direction() + " " + party.number() + "/" + party.name();
    }

    private static Caller caller(String username) {
        return new Caller(username, Set.of(Role.AGENT));
    }

    private TransferService transfers() {
        return centre.get(TransferService.class);
    }
}
