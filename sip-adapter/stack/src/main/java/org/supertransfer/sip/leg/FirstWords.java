package org.supertransfer.sip.leg;

import org.jspecify.annotations.Nullable;
import org.supertransfer.sip.sdp.SessionDescription;

/**
 * What a dialled party and we said of media until its 200.
 *
 * @param ours our offer or, when {@code silent}, our answer; null when the party's offer still waits for one
 * @param said the party's answer or offer
 * @param silent whether it was the party's offer, answered by us with silence
 */
record FirstWords(@Nullable SessionDescription ours, SessionDescription said, boolean silent) {}
