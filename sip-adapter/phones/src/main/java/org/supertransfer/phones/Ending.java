package org.supertransfer.phones;

import org.jspecify.annotations.Nullable;

/**
 * How a call ended for a phone.
 *
 * @param byFarEnd whether the other side ended it
 * @param status the final response of a call that was never connected, 487 after a CANCEL; 200 for a BYE
 * @param reason the Reason header's value (RFC 3326), null when there was none
 */
public record Ending(boolean byFarEnd, int status, @Nullable String reason) {}
