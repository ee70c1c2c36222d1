package org.supertransfer.sip.leg;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sip.ServerTransaction;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.callcontrol.ReferTarget;
import org.supertransfer.sip.refer.DialogName;
import org.supertransfer.sip.refer.ReferTo;
import org.supertransfer.sip.refer.Wanted;

/**
 * A phone's own transfer key: a REFER in its dialog, or outside of it with the right Target-Dialog. Refused are those of
 * trunks, a second one while the first is open, and what asks for anything but a call by us. No refusal is one that would
 * end the phone's call (RFC 5057 section 5.1), so an unknown dialog in Replaces is 603 and not 481.
 */
final class PartyRefer implements Wanted.Visitor<Optional<Referral.Refusal>> {
    private final Leg leg;
    private final Dialog dialog;
    private final Request refer;
    private final ServerTransaction tx;
    private final Referral referral;

    PartyRefer(Leg leg, Dialog dialog, Request refer, ServerTransaction tx) {
        this.leg = leg;
        this.dialog = dialog;
        this.refer = refer;
        this.tx = tx;
        this.referral = new Referral(leg, dialog, refer, tx);
    }

    /** In the lane of the leg's call. */
    void take() {
        if (leg.trunk().isPresent()) {
            refuse(Response.FORBIDDEN, "trunks transfer nobody");
        } else if (leg.referral().filter(Referral::live).isPresent()) {
            refuse(Response.REQUEST_PENDING, "the call is being transferred");
        } else {
            ReferTo targets = new ReferTo(leg.call().surroundings().settings().ourHosts().stream()
                    .map(host -> host.toLowerCase(Locale.ROOT))
                    .toList());
            targets.read(refer).accept(this).ifPresent(this::refuse);
        }
    }

    @Override
    public Optional<Referral.Refusal> number(Wanted.Number wanted) {
        referral.ask(new ReferTarget.Number(wanted.number()));
        return Optional.empty();
    }

    @Override
    public Optional<Referral.Refusal> replacing(Wanted.Replacing wanted) {
        DialogName name = wanted.dialog();
        Optional<Leg> named = leg.call().surroundings().table().named(name);
        if (named.isEmpty() || named.get() == leg || named.get().ended()) {
            return refusal(Response.DECLINE, "Replaces names no other call of this phone");
        }
        if (name.earlyOnly() && named.get().snapshot().isPresent()) {
            return refusal(Response.BUSY_HERE, "the call to be replaced was answered");
        }
        referral.ask(new ReferTarget.Consultation(
                named.get().call().id(), named.get().id()));
        return Optional.empty();
    }

    @Override
    public Optional<Referral.Refusal> refused(Wanted.Refused wanted) {
        return refusal(wanted.status(), wanted.why());
    }

    private Optional<Referral.Refusal> refusal(int status, String why) {
        return Optional.of(new Referral.Refusal(status, why, dialog.localTag));
    }

    private void refuse(int status, String why) {
        refusal(status, why).ifPresent((Consumer<Referral.Refusal>) this::refuse);
    }

    private void refuse(Referral.Refusal refusal) {
        Referral.refuse(leg.call().wire(), refer, tx, refusal);
    }
}
