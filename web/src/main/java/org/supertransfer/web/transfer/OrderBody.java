package org.supertransfer.web.transfer;

import java.util.UUID;
import java.util.regex.Pattern;
import org.supertransfer.directory.TargetType;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;
import org.supertransfer.transfer.TransferMethod;
import org.supertransfer.transfer.TransferOrder;
import org.supertransfer.web.json.JsonBody;

/** Reads what a transfer is ordered with. Defaults are filled in and what has no meaning is left out: a retry equals. */
final class OrderBody {
    /** {@link UUID#fromString} takes shorter ones too. */
    private static final Pattern UUID_TEXT =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");

    private OrderBody() {}

    /** @throws Refused MALFORMED */
    static UUID id(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new Refused(Refusal.MALFORMED, "A transfer's id must be a UUID of 36 characters.");
        }
        return UUID.fromString(text);
    }

    /** @throws Refused MALFORMED */
    static TransferOrder order(JsonBody body) {
        return new TransferOrder(
                body.text("callId"),
                body.choice("method", TransferMethod.values()),
                body.flag("consult"),
                body.flag("confirmed"),
                target(body.object("target")),
                body.optionalText("note", TransferOrder.LONGEST_NOTE).orElse(null));
    }

    private static TransferOrder.Target target(JsonBody target) {
        TargetType type = target.choice("type", TargetType.values());
        return switch (type) {
            case AGENT, USER, INBOUND ->
                new TransferOrder.Target(type, text(target, "id", TransferOrder.Target.LONGEST_ID), null);
            case NUMBER ->
                new TransferOrder.Target(type, null, text(target, "number", TransferOrder.Target.LONGEST_NUMBER));
        };
    }

    private static String text(JsonBody body, String name, int longest) {
        return body.optionalText(name, longest).orElseGet(() -> body.text(name));
    }
}
