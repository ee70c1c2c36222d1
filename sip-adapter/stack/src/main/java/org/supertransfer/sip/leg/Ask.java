package org.supertransfer.sip.leg;

import java.util.Optional;
import java.util.function.Consumer;
import javax.sip.ClientTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.sip.registrar.DigestClient;
import org.supertransfer.sip.transport.ResponseListener;

/**
 * A request of ours in a dialog that is no INVITE, and its one final response. A trunk may challenge it (RFC 3261 section
 * 22.3) and then gets it again with credentials; a phone may not: the password is the trunk's.
 */
final class Ask implements ResponseListener {
    private final Leg leg;
    private final Dialog dialog;
    private final Consumer<Response> last;
    private final Runnable silence;
    private Request request;
    private int challenges;

    private Ask(Leg leg, Dialog dialog, Request request, Outcome outcome) {
        this.leg = leg;
        this.dialog = dialog;
        this.request = request;
        this.last = outcome.last;
        this.silence = outcome.silence;
    }

    /**
     * What to do with the outcome; runs in the call's lane.
     *
     * @param last gets the final response
     * @param silence runs when there is none
     */
    record Outcome(Consumer<Response> last, Runnable silence) {}

    /** Sends a request that this dialog made and that is dressed; false when nothing could be sent, and nothing follows. */
    static boolean send(Leg leg, Dialog dialog, Request request, Outcome outcome) {
        return leg.call()
                .wire()
                .send(request, new Ask(leg, dialog, request, outcome))
                .isPresent();
    }

    @Override
    public void onResponse(Response response, ClientTransaction tx) {
        if (response.getStatusCode() >= 200) {
            leg.call().lane().execute(() -> finished(response));
        }
    }

    @Override
    public void onTimeout(ClientTransaction tx) {
        leg.call().lane().execute(silence);
    }

    private void finished(Response response) {
        if (!(DigestClient.isChallenge(response.getStatusCode()) && authorized(response))) {
            last.accept(response);
        }
    }

    private boolean authorized(Response challenge) {
        Optional<Request> next = leg.credentials(request, challenge, challenges++);
        if (next.isEmpty()) {
            return false;
        }
        request = next.get();
        dialog.renumber(request);
        return leg.call().wire().send(request, this).isPresent();
    }
}
