package org.supertransfer.sip.leg;

import java.text.ParseException;
import java.util.ArrayList;
import javax.sip.InvalidArgumentException;
import javax.sip.address.Address;
import javax.sip.address.AddressFactory;
import javax.sip.address.SipURI;
import javax.sip.header.FromHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.MaxForwardsHeader;
import javax.sip.message.Request;
import org.supertransfer.callcontrol.DialRequest;
import org.supertransfer.sip.transport.Clean;
import org.supertransfer.sip.transport.SipFactories;

/** The first INVITE of a dialled leg: who calls, who diverted, who transferred. */
final class Invitation {
    private final DialRequest dial;
    private final Surroundings surroundings;
    private final int maxForwards;

    /** @param maxForwards how many hops are left after us */
    Invitation(DialRequest dial, Surroundings surroundings, int maxForwards) {
        this.dial = dial;
        this.surroundings = surroundings;
        this.maxForwards = maxForwards;
    }

    /** How many hops a request may still go; the usual number when it does not say. */
    static int maxForwards(Request request) {
        MaxForwardsHeader header = (MaxForwardsHeader) request.getHeader(MaxForwardsHeader.NAME);
        return header == null ? Leg.HOPS : header.getMaxForwards();
    }

    /**
     * The INVITE for one target, not yet dressed and without a body.
     *
     * @param attempt counts the targets of this leg
     */
    Request to(Target target, int attempt) {
        try {
            HeaderFactory header = SipFactories.get().header();
            AddressFactory address = SipFactories.get().address();
            String callId = surroundings.names().callId(dial.leg(), attempt);
            FromHeader from =
                    header.createFromHeader(caller(target), surroundings.names().tag(callId));
            SipURI to =
                    address.createSipURI(target.uri().getUser(), target.uri().getHost());
            Request invite = SipFactories.get()
                    .message()
                    .createRequest(
                            target.uri(),
                            Request.INVITE,
                            header.createCallIdHeader(callId),
                            header.createCSeqHeader(1L, Request.INVITE),
                            from,
                            header.createToHeader(address.createAddress(to), null),
                            new ArrayList<>(),
                            header.createMaxForwardsHeader(maxForwards));
            if (Clean.user(dial.caller().number()).isEmpty()) {
                invite.addHeader(Parts.header("Privacy", "id"));
            }
            if (target.outside()) {
                outside(invite, target);
            } else if (dial.referredBy() != null) {
                invite.addHeader(Parts.header("Referred-By", "<" + uri(dial.referredBy()) + ">"));
            }
            return invite;
        } catch (ParseException | InvalidArgumentException e) {
            throw new IllegalStateException("an INVITE of ours cannot be built", e);
        }
    }

    private Address caller(Target target) throws ParseException {
        AddressFactory make = SipFactories.get().address();
        String number = Clean.user(dial.caller().number());
        if (number.isEmpty()) {
            return make.createAddress("Anonymous", make.createURI("sip:anonymous@anonymous.invalid"));
        }
        Address address = make.createAddress(make.createSipURI(number, host(target)));
        String name = Clean.text(dial.caller().name());
        if (!name.isEmpty()) {
            address.setDisplayName(name);
        }
        return address;
    }

    private String host(Target target) {
        return target.outside()
                ? surroundings.wire().publicHost()
                : surroundings.settings().domain();
    }

    /** Our own number asserted (RFC 3325), and whose call it was before (RFC 5806, RFC 7044). */
    private void outside(Request invite, Target target) {
        String number = Clean.user(dial.caller().number());
        if (!number.isEmpty()) {
            invite.addHeader(Parts.header("P-Asserted-Identity", "<sip:" + number + "@" + host(target) + ">"));
        }
        if (dial.divertedFrom() != null) {
            String ours = "<sip:" + Clean.user(dial.divertedFrom()) + "@" + host(target);
            invite.addHeader(Parts.header("Diversion", ours + ">;reason=deflection;counter=1"));
            String next = "<sip:" + target.uri().getUser() + "@" + target.uri().getHost() + ">";
            invite.addHeader(Parts.header("History-Info", ours + ">;index=1"));
            invite.addHeader(Parts.header("History-Info", next + ";index=1.1;mp=1"));
        }
    }

    private String uri(String addressOfRecord) {
        String bare = addressOfRecord.startsWith("sip:") ? addressOfRecord.substring(4) : addressOfRecord;
        int at = bare.indexOf('@');
        String user = Clean.user(at < 0 ? bare : bare.substring(0, at));
        String domain = at < 0 ? surroundings.settings().domain() : Clean.token(bare.substring(at + 1));
        return "sip:" + user + "@" + domain;
    }
}
