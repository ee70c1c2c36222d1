package org.supertransfer.callcontrol;

import java.io.Serializable;
import java.util.UUID;

/**
 * Names one hold or join, so that its report can be told from that of an earlier one.
 *
 * @param value a UUID's text
 */
public record OperationId(String value) implements Serializable {
    public static OperationId random() {
        return new OperationId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
