package org.supertransfer.systemtest.peers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.systemtest.Peer;

/** What a test proves, and by whose software: one cell of {@code docs/interop.md}, which its result is written into. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FlowResults.class)
public @interface Flow {
    /** The call flow, in the words of {@code docs/glossary.md}: the row. */
    String value();

    /** The software that proves it: the column. */
    Peer by();
}
