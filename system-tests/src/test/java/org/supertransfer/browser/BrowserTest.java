package org.supertransfer.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.supertransfer.systemtest.Peer;
import org.supertransfer.systemtest.RequiresPeer;

/** A class of tests that want a {@link Chromium}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RequiresPeer(Peer.CHROMIUM)
@ExtendWith(ChromiumExtension.class)
@interface BrowserTest {
    /** Whether the browser is the one that people use, or may be its engine alone, which shows a page in half the time. */
    boolean whole() default false;
}
