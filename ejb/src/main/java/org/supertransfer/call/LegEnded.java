package org.supertransfer.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supertransfer.callcontrol.LegId;

/**
 * Fired in the call's turn when one of its legs is gone.
 *
 * @param answeredAt null when it never was
 */
public record LegEnded(LegId leg, @Nullable Instant answeredAt, Instant endedAt) {}
