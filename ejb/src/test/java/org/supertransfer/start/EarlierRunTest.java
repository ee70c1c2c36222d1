package org.supertransfer.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.call.ContactCentre;
import org.supertransfer.call.ContactCentreTest;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.directory.TargetType;
import org.supertransfer.transfer.TransferMethod;
import org.supertransfer.transfer.TransferOrder;
import org.supertransfer.transfer.TransferService;

class EarlierRunTest extends ContactCentreTest {
    EarlierRunTest() {
        super(TransactedEarlierRun.class);
    }

    @Test
    void liveRows_areClosedWithReasonRestart() {
        CallId call = centre.talking();
        UUID id = UUID.randomUUID();
        TransferOrder.Target target = new TransferOrder.Target(TargetType.NUMBER, null, "0401000001");
        centre.get(TransferService.class)
                .put(
                        new Caller("alice", Set.of(Role.AGENT)),
                        id,
                        new TransferOrder(call.value(), TransferMethod.ATTENDED, false, false, target));
        centre.arrives(ContactCentre.SERVICE);

        centre.get(EarlierRun.class).close();

        assertThat(texts("select state || ' ' || reason from phone_call")).containsOnly("ENDED RESTART");
        assertThat(texts("select outcome || ' ' || reason from transfer")).containsExactly("FAILED restart");
        assertThat(texts("select live_call_id from transfer")).containsExactly("null");
        assertThat(texts("select end_kind from leg")).containsOnly("SHUTDOWN");
        assertThat(texts("select call_id from waiting")).isEmpty();
    }

    private List<String> texts(String query) {
        List<?> found =
                centre.database().in(rows -> rows.createNativeQuery(query).getResultList());
        return found.stream().map(String::valueOf).toList();
    }
}
