package org.supertransfer.sip.leg;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.supertransfer.callcontrol.CallEvent;
import org.supertransfer.callcontrol.CallId;
import org.supertransfer.callcontrol.Destination;
import org.supertransfer.callcontrol.LegId;

/** A phone with a transfer key, in a call that is up. */
@NullMarked
final class Transferring {
    private final Wired wired;
    final CallId call;
    final LegId customer;
    final LegId agent;
    final Phone bob;
    final Phone alice;

    private Transferring(Wired wired, CallEvent.Incoming incoming, Phone bob) {
        this.wired = wired;
        this.bob = bob;
        call = incoming.call();
        customer = incoming.leg();
        agent = wired.dial(call, new Destination.Phones("alice"), customer);
        alice = Phone.waitFor(wired.alice);
        alice.answer(Sdps.audio(6000));
        wired.event(CallEvent.Answered.class);
        wired.join(customer, agent);
        alice.next("ACK");
        bob.answered(null);
        wired.event(CallEvent.Joined.class);
    }

    /** Bob has called, Alice's account is known for her phone. */
    static Transferring up(Wired wired) {
        Phone bob = Phone.call(wired.bob, wired.node.port(), "0201234500", Sdps.audio(5000));
        return new Transferring(wired, wired.event(CallEvent.Incoming.class), bob);
    }

    /** Sends a REFER in Alice's dialog. */
    Message refers(String referTo, String... headers) {
        return refers(alice, referTo, headers);
    }

    static Message refers(Phone phone, String referTo, String... headers) {
        Message refer = phone.request("REFER", null).add("Refer-To", referTo);
        for (String header : headers) {
            int colon = header.indexOf(": ");
            refer.add(header.substring(0, colon), header.substring(colon + 2));
        }
        phone.peer().send(refer);
        return refer;
    }

    /** Sends a REFER to a number, which is taken. */
    CallEvent.ReferRequested accepted() {
        refers("<sip:0401112223@supertransfer.local>");
        CallEvent.ReferRequested asked = wired.event(CallEvent.ReferRequested.class);
        wired.legs.acceptRefer(asked.refer());
        alice.response("REFER", 202);
        notified(100, false);
        return asked;
    }

    /** The next NOTIFY of Alice's, answered. */
    Message notified(int status, boolean last) {
        Message notify = alice.next("NOTIFY");
        assertThat(notify.body()).startsWith("SIP/2.0 " + status + " ");
        assertThat(notify.header("Subscription-State"))
                .startsWith(last ? "terminated;reason=noresource" : "active;expires=");
        alice.reply(notify, 200, null);
        return notify;
    }
}
