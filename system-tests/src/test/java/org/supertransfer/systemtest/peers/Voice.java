package org.supertransfer.systemtest.peers;

import java.util.function.BooleanSupplier;
import org.supertransfer.systemtest.Until;

/** A phone of others that says its pitch and records what it hears. */
interface Voice extends AutoCloseable {
    Tone tone();

    Ear ear();

    /** Waits until this phone hears that one. */
    default void hears(Voice other) {
        until("hears " + other.tone(), () -> ear().hears(other.tone()));
    }

    /** Waits until each hears the other. */
    default void talksWith(Voice other) {
        hears(other);
        other.hears(this);
    }

    /** Waits until this phone hears nobody. */
    default void hearsNobody() {
        until("hears nobody", ear()::hearsNothing);
    }

    @Override
    void close();

    private void until(String what, BooleanSupplier condition) {
        try {
            Until.isTrue(tone() + " " + what, condition);
        } catch (AssertionError never) {
            throw new AssertionError(never.getMessage() + "; it hears " + ear().report(), never);
        }
    }
}
