package org.supertransfer.inbound;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.Availability;
import org.supertransfer.number.NumberPlan;

/** The inbound numbers in memory. */
@ApplicationScoped
public class InboundNumbers {
    @Inject
    private InboundRows rows;

    @Inject
    private Agents agents;

    @Inject
    private NumberPlan plan;

    private volatile List<InboundNumber> all = List.of();

    /** Reads them again. */
    public void load() {
        all = rows.all();
    }

    public List<InboundNumber> all() {
        return all;
    }

    /** By the number as it is written in the directory, or by any other way to dial it. */
    public Optional<InboundNumber> find(String number) {
        return exactly(number).or(() -> plan.spellings(number).stream()
                .flatMap(spelling -> exactly(spelling).stream())
                .findFirst());
    }

    private Optional<InboundNumber> exactly(String number) {
        return all.stream().filter(each -> each.number().equals(number)).findFirst();
    }

    /** The best that any of its agents can offer. */
    public Availability availability(InboundNumber number) {
        return number.agents().stream()
                .map(agents::availability)
                .min(Availability::compareTo)
                .orElse(Availability.OFFLINE);
    }

    /** How many of its agents could take a call now. */
    public int freeAgents(InboundNumber number) {
        return (int) number.agents().stream()
                .filter(agent -> agents.availability(agent) == Availability.AVAILABLE)
                .count();
    }
}
