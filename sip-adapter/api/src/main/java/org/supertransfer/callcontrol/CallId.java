package org.supertransfer.callcontrol;

import java.io.Serializable;
import java.util.UUID;

/**
 * Names a call: what people share, through transfers, queue and recall. Not the SIP Call-ID, which names one leg's
 * dialog.
 *
 * @param value a UUID's text
 */
public record CallId(String value) implements Serializable {
    public static CallId random() {
        return new CallId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
