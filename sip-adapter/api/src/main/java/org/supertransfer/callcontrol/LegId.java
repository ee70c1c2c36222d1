package org.supertransfer.callcontrol;

import java.io.Serializable;
import java.util.UUID;

/**
 * Names a leg: our side of one party's signalling. Chosen by whoever begins the leg, the adapter for an incoming call
 * and the caller of {@link CallControl#dial} for a dialled one; never used twice.
 *
 * @param value a UUID's text
 */
public record LegId(String value) implements Serializable {
    public static LegId random() {
        return new LegId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
