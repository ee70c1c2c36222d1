package org.supertransfer.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.supertransfer.agent.Agents;
import org.supertransfer.directory.Directory;
import org.supertransfer.directory.Spelling;
import org.supertransfer.directory.TargetType;
import org.supertransfer.number.NumberPlan;
import org.supertransfer.problem.Findings;

/** Who has a number already, in whatever way it is written: two of the house with one number could not both be called. */
@ApplicationScoped
class Whose {
    @Inject
    private Agents agents;

    @Inject
    private Directory directory;

    @Inject
    private NumberPlan plan;

    /**
     * Checks a number that is to be somebody's.
     *
     * @param field of the form
     * @param type of whom it is to be
     * @param id of whom it is to be: he may have it already
     */
    @SuppressWarnings("TooManyParameters")
    void check(Findings findings, String field, String number, TargetType type, String id) {
        Forms.like(findings, field, number, Spelling.NUMBER, Spelling.NUMBER_WANTED);
        if (findings.has(field)) {
            return;
        }
        findings.check(
                !plan.isEmergency(number), field, "emergency", "An emergency number belongs to nobody in the house.");
        holder(number, type, id)
                .ifPresent(other -> findings.check(
                        false, field, "taken", number + " is the number of " + other.name() + " already."));
    }

    private Optional<Directory.Entry> holder(String number, TargetType type, String id) {
        List<String> spellings = Stream.concat(Stream.of(number), plan.spellings(number).stream())
                .distinct()
                .toList();
        return spellings.stream()
                .flatMap(this::entries)
                .filter(entry -> entry.type() != type || !entry.id().equals(id))
                .findFirst();
    }

    private Stream<Directory.Entry> entries(String number) {
        return Stream.of(
                        agents.byExtension(number).flatMap(agent -> directory.agent(agent.username())),
                        directory.user(number),
                        directory.inbound(number))
                .flatMap(Optional::stream);
    }
}
