package org.supertransfer.sip.leg;

import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.SessionDescription;

/**
 * What a dialled party said before it answered.
 *
 * @param source names the party's early dialog: another one's description needs another To tag, because a caller takes one
 *     answer in a dialog and ignores the next
 * @param status 180 to 199
 * @param early its early media, null when it says nothing of media that the listener could use
 */
record Progress(String source, int status, @Nullable SessionDescription early) {}
