package org.supertransfer.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.supertransfer.number.Price;
import org.supertransfer.number.Prices;

/** Nobody pays in the simulation. */
@ApplicationScoped
public class FreeOfCharge implements Prices {
    @Override
    public Optional<Price> of(String number) {
        return Optional.empty();
    }
}
