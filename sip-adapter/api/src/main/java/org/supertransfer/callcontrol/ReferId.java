package org.supertransfer.callcontrol;

import java.io.Serializable;
import java.util.UUID;

/**
 * Names one REFER of a phone, from its arrival to its last report.
 *
 * @param value a UUID's text
 */
public record ReferId(String value) implements Serializable {
    public static ReferId random() {
        return new ReferId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
