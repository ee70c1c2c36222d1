package org.supertransfer.sip.transport;

import javax.sip.ServerTransaction;
import javax.sip.message.Request;

/** Answers REGISTER. Never blocks; when it throws, 500 is answered. */
@FunctionalInterface
public interface RegisterListener {
    void onRegister(Request register, ServerTransaction tx);

    /** Whether a registered phone is reached at the very address that this came from. */
    default boolean reachesAt(Source source) {
        return false;
    }
}
