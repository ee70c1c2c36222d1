package org.supertransfer.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.supertransfer.number.OwnNumbers;

/** Tells the number policy which numbers are the house's own. */
@ApplicationScoped
class HouseNumbers implements OwnNumbers {
    @Inject
    private Directory directory;

    @Override
    public boolean has(String number) {
        return directory.whoHas(number).isPresent();
    }
}
