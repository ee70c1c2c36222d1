package org.supertransfer.call;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jboss.ejb3.annotation.ResourceAdapter;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallEventListener;

/** Takes what the SIP adapter reports and puts it into the mailbox it belongs to. */
@MessageDriven(messageListenerInterface = CallEventListener.class)
@ResourceAdapter("#sip-adapter.rar")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class CallEventBean implements CallEventListener {
    @Inject
    private CallEvents events;

    @Override
    public void onEvent(CallEvent event) {
        events.take(event);
    }
}
