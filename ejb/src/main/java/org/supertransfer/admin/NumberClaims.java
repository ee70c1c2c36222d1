package org.supertransfer.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.supertransfer.directory.TargetType;
import org.supertransfer.number.NumberPlan;
import org.supertransfer.problem.Findings;

/** Who of the house has which number, in whatever way it is written, once a directory file is imported. */
final class NumberClaims {
    private final NumberPlan plan;
    private final Map<String, Claim> holders = new HashMap<>();

    NumberClaims(NumberPlan plan) {
        this.plan = plan;
    }

    /** Somebody's number, as it will be. */
    record Claim(TargetType type, String id, String number) {}

    /** Of somebody who stays as he is. */
    void keep(Claim claim) {
        spellings(claim).forEach(spelling -> holders.put(spelling, claim));
    }

    /** Of somebody in the file, at this place. */
    void check(Findings findings, String place, Claim claim) {
        findings.check(!plan.isEmergency(claim.number()), place, "emergency", "An emergency number belongs to nobody.");
        for (String spelling : spellings(claim)) {
            Claim other = holders.putIfAbsent(spelling, claim);
            if (other != null && !other.equals(claim)) {
                findings.check(false, place, "taken", claim.number() + " is the number of " + other.id() + " already.");
                return;
            }
        }
    }

    private List<String> spellings(Claim claim) {
        return Stream.concat(Stream.of(claim.number()), plan.spellings(claim.number()).stream())
                .distinct()
                .toList();
    }
}
