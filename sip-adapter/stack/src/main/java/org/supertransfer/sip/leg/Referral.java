package org.supertransfer.sip.leg;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.sip.ClientTransaction;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.ReferId;
import org.supertransfer.callcontrol.ReferTarget;
import org.supertransfer.sip.refer.Wishes;
import org.supertransfer.sip.transport.Clean;
import org.supertransfer.sip.transport.ResponseListener;
import org.supertransfer.sip.transport.SipFactories;

/**
 * One REFER of a phone: its answer, and then the subscription to its outcome that it made (RFC 3515 section 2.4.4). The
 * subscription outlives the call that the REFER came in (RFC 5057 section 4.2): a phone that has said BYE is still told.
 * Runs in the lane of its leg's call.
 */
final class Referral implements ResponseListener {
    /** Longer than any transfer takes, so no phone need refresh it. */
    static final Duration LONGEST = Duration.ofSeconds(300);
    /** How long a phone that was told of the success may take to say BYE itself. */
    static final Duration COURTESY = Duration.ofSeconds(2);

    private enum State {
        ASKED,
        OPEN,
        OVER
    }

    private record Progress(int status, String text) {
        boolean last() {
            return status >= 200;
        }
    }

    private final ReferId id = ReferId.random();
    private final Leg leg;
    private final Dialog dialog;
    private final Request refer;
    private final ServerTransaction tx;
    private final Wishes wishes;
    private final String event;
    private final Deque<Progress> unsent = new ArrayDeque<>();
    private State state = State.ASKED;
    private boolean notifying;
    private boolean succeeded;
    private @Nullable Timer patience;

    /** @param dialog in which the phone is notified: the leg's, or one that the REFER made */
    Referral(Leg leg, Dialog dialog, Request refer, ServerTransaction tx) {
        this.leg = leg;
        this.dialog = dialog;
        this.refer = refer;
        this.tx = tx;
        this.wishes = Wishes.of(refer);
        this.event = leg.referral().isPresent() ? "refer;id=" + Parts.cseq(refer) : "refer";
    }

    /** Whether it is neither refused nor reported to its end. */
    boolean live() {
        return state != State.OVER;
    }

    /** Whether the phone was told that its transfer succeeded: it will hang up. */
    boolean succeeded() {
        return succeeded;
    }

    /** Asks the calls whether this transfer may begin. */
    void ask(ReferTarget target) {
        leg.referral(this);
        leg.call().surroundings().referrals().add(id, this);
        patience = lane().after(leg.call().timing().operation(), () -> refuse(503, "nobody answers"));
        leg.emit(new CallEvent.ReferRequested(leg.call().id(), leg.id(), id, target));
    }

    Lane lane() {
        return leg.call().lane();
    }

    void accept() {
        if (state != State.ASKED) {
            return;
        }
        state = State.OPEN;
        Timer.cancel(patience);
        Response accepted = wire().response(refer, Response.ACCEPTED, dialog.localTag);
        if (wishes.saysRefersub()) {
            accepted.setHeader(Parts.header("Refer-Sub", "false"));
        }
        wire().answer(tx, accepted);
        patience = lane().after(LONGEST, this::end);
        report(Response.TRYING, "Trying");
    }

    void refuse(int status, String why) {
        if (state == State.ASKED) {
            end();
            refuse(wire(), refer, tx, new Refusal(status, why, dialog.localTag));
        }
    }

    record Refusal(int status, String why, String toTag) {}

    /** A refusal that says why, for whoever reads the phone's log. */
    static void refuse(Wire wire, Request refer, ServerTransaction tx, Refusal refusal) {
        Response response = wire.response(refer, refusal.status, refusal.toTag);
        String text = Clean.text(refusal.why);
        response.setHeader(Parts.header("Warning", "399 " + wire.publicHost() + " \"" + text + "\""));
        if (refusal.status == Response.SERVICE_UNAVAILABLE) {
            response.setHeader(Parts.header("Retry-After", "10"));
        }
        wire.answer(tx, response);
    }

    /** What became of the transfer so far; with a final status the subscription is over. */
    void report(int status, String text) {
        if (state != State.OPEN) {
            return;
        }
        Progress progress = new Progress(status, text);
        succeeded = status / 100 == 2;
        if (progress.last()) {
            end();
        }
        if (wishes.subscribes()) {
            unsent.add(progress);
            next();
        }
    }

    private void end() {
        state = State.OVER;
        Timer.cancel(patience);
        leg.call().surroundings().referrals().remove(id);
    }

    /** One at a time: what overtakes another would tell an older state than the phone knows (RFC 6665 section 4.2.2). */
    private void next() {
        Progress progress = notifying ? null : unsent.poll();
        if (progress == null) {
            return;
        }
        notifying = true;
        Request notify = notify(progress);
        wire().dress(notify);
        if (wire().send(notify, this).isEmpty()) {
            deaf();
        }
    }

    private Request notify(Progress progress) {
        Request notify = dialog.request(Request.NOTIFY);
        notify.addHeader(Parts.header("Event", event));
        notify.addHeader(Parts.header(
                "Subscription-State",
                progress.last() ? "terminated;reason=noresource" : "active;expires=" + LONGEST.toSeconds()));
        String fragment = "SIP/2.0 " + progress.status + " " + Clean.text(progress.text) + "\r\n";
        try {
            notify.setContent(
                    fragment.getBytes(StandardCharsets.UTF_8),
                    SipFactories.get().header().createContentTypeHeader("message", "sipfrag;version=2.0"));
            return notify;
        } catch (ParseException e) {
            throw new IllegalStateException("message/sipfrag", e);
        }
    }

    @Override
    public void onResponse(Response response, ClientTransaction sent) {
        int status = response.getStatusCode();
        if (status >= 200) {
            lane().execute(status < 300 ? this::heard : this::deaf);
        }
    }

    @Override
    public void onTimeout(ClientTransaction sent) {
        lane().execute(this::deaf);
    }

    private void heard() {
        notifying = false;
        next();
    }

    /** The phone has forgotten its subscription (481), or does not hear; the transfer goes on without it. */
    private void deaf() {
        notifying = true;
        unsent.clear();
    }

    private Wire wire() {
        return leg.call().wire();
    }
}
