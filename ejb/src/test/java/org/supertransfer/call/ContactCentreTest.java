package org.supertransfer.call;

import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test in a {@link ContactCentre} of its own, which is open. */
@EnableWeld
public abstract class ContactCentreTest {
    protected final ContactCentre centre;

    @WeldSetup
    protected final WeldInitiator weld;

    /** @param observers beans of the test's own */
    protected ContactCentreTest(Class<?>... observers) {
        centre = new ContactCentre(observers);
        weld = centre.weld();
    }

    @BeforeEach
    protected void openCentre() {
        centre.open();
    }

    @AfterEach
    protected void closeCentre() {
        centre.close();
    }
}
