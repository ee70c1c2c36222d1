package org.supertransfer.sip.leg;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.callcontrol.CallEventListener;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.callcontrol.EndCause;
import org.supertransfer.callcontrol.LegId;
import org.supertransfer.callcontrol.LegSnapshot;
import org.supertransfer.callcontrol.OperationId;
import org.supertransfer.callcontrol.RingTone;
import org.supertransfer.sip.AdapterSettings;
import org.supertransfer.sip.registrar.Admission;
import org.supertransfer.sip.registrar.DigestClient;
import org.supertransfer.sip.registrar.Registrar;
import org.supertransfer.sip.transport.Answers;
import org.supertransfer.sip.transport.RequestListener;
import org.supertransfer.sip.transport.SipNode;

/** All legs of this node. Takes no call yet: every request of a call is answered 503. */
public final class Legs implements RequestListener {
    public Legs(
            SipNode node,
            Registrar registrar,
            Admission admission,
            DigestClient digest,
            AdapterSettings settings,
            CallEventListener sink,
            Clock clock,
            ScheduledExecutorService timer) {}

    public void dial(DialRequest request) {}

    public void ring(LegId caller, RingTone tone) {}

    public void join(LegId a, LegId b, OperationId operation) {}

    public void hold(LegId leg, OperationId operation) {}

    public void hangUp(LegId leg, EndCause why) {}

    public Optional<LegSnapshot> snapshot(LegId leg) {
        return Optional.empty();
    }

    /** Says BYE on every leg, and waits for the answers, but no longer than this. */
    public void shutdown(Duration patience) {}

    @Override
    public void onRequest(Request request, ServerTransaction tx) {
        Answers.send(tx, Answers.of(Response.SERVICE_UNAVAILABLE, request));
    }

    @Override
    public void onAck(Request ack) {}

    @Override
    public void onStrayResponse(Response response) {}
}
