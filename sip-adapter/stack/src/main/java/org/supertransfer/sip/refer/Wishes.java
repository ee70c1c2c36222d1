package org.supertransfer.sip.refer;

import java.util.List;
import java.util.Optional;
import javax.sip.header.RequireHeader;
import javax.sip.message.Request;

/**
 * What a REFER says beside its target.
 *
 * @param subscribes whether the phone wants to hear how it goes on: not with {@code Refer-Sub: false} (RFC 4488), nor
 *     where it requires {@code nosub} (RFC 7614)
 * @param saysRefersub whether it said so by Refer-Sub, which is answered by the same header (RFC 4488 section 4)
 */
public record Wishes(boolean subscribes, boolean saysRefersub) {
    public static Wishes of(Request refer) {
        boolean refersubFalse = Headers.all(refer, "Refer-Sub").stream()
                .anyMatch(header ->
                        Headers.value(header).toLowerCase(java.util.Locale.ROOT).startsWith("false"));
        boolean nosub = Headers.all(refer, RequireHeader.NAME).stream()
                .anyMatch(header -> Headers.value(header).equalsIgnoreCase("nosub"));
        return new Wishes(!refersubFalse && !nosub, refersubFalse);
    }

    /** The dialog that a REFER outside of it is about (RFC 4538); empty when there is none or it cannot be read. */
    public static Optional<DialogName> targetDialog(Request refer) {
        List<String> values =
                Headers.all(refer, "Target-Dialog").stream().map(Headers::value).toList();
        return values.size() == 1 ? DialogName.ofTargetDialog(values.get(0)) : Optional.empty();
    }
}
