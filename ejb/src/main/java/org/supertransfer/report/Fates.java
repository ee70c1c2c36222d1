package org.supertransfer.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supertransfer.agent.AgentProfile;
import org.supertransfer.agent.Agents;
import org.supertransfer.call.CallState;
import org.supertransfer.call.CallView;
import org.supertransfer.directory.Directory;
import org.supertransfer.inbound.InboundNumber;
import org.supertransfer.inbound.InboundNumbers;
import org.supertransfer.number.NumberPlan;
import org.supertransfer.report.CallLine.Person;
import org.supertransfer.transfer.TransferHistory;
import org.supertransfer.transfer.TransferState;

/** Finds calls in the rows, and puts one call's fate together. */
@ApplicationScoped
class Fates {
    private static final Duration SEARCHED = Duration.ofDays(31);
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    @Inject
    private FateRows rows;

    @Inject
    private TransferHistory history;

    @Inject
    private Agents agents;

    @Inject
    private Directory directory;

    @Inject
    private InboundNumbers inboundNumbers;

    @Inject
    private NumberPlan plan;

    @Inject
    private Clock clock;

    /** The newest calls that fit, an id before everything else. */
    List<CallLine> search(String query) {
        String text = query.strip();
        return found(text).stream().map(this::line).toList();
    }

    private List<Tuple> found(String text) {
        Instant since = clock.instant().minus(SEARCHED);
        if (text.isEmpty()) {
            return rows.newest(since);
        }
        if (ID.matcher(text).matches()) {
            return rows.byId(text);
        }
        return rows.find(new FateRows.Search(plan.spellings(text), part(text), since));
    }

    /** Numbers are kept without what makes them readable. */
    private static String part(String text) {
        return text.chars().anyMatch(Character::isLetter) ? text : text.replaceAll("[\\s()./-]", "");
    }

    /** @param now until when what still goes on is counted */
    Optional<FateView> of(String callId, Instant now) {
        return rows.call(callId).map(row -> fate(line(row), now));
    }

    private FateView fate(CallLine call, Instant now) {
        List<FateView.Step> moves =
                rows.moves(call.id()).stream().map(this::step).toList();
        List<FateView.Transfer> transfers = rows.transfers(call.id()).stream()
                .flatMap(row -> transfer(row).stream())
                .toList();
        Silences silences = new Silences(call, now, moves, transfers);
        return new FateView(
                call,
                silences.held(),
                silences.waited(),
                rows.legs(call.id()).stream().map(row -> leg(call, row)).toList(),
                moves,
                transfers);
    }

    private CallLine line(Tuple row) {
        return new CallLine(
                text(row, 0),
                CallView.Direction.valueOf(text(row, 1)),
                CallState.valueOf(text(row, 2)),
                new CallView.PartyView(text(row, 3), row.get(4, String.class)),
                inbound(row.get(5, String.class)),
                person(row.get(6, String.class)),
                row.get(7, Instant.class),
                row.get(8, Instant.class),
                row.get(9, String.class),
                row.get(10, Integer.class));
    }

    private FateView.LegLine leg(CallLine call, Tuple row) {
        Person agent = person(row.get(1, String.class));
        String number = text(row, 2);
        String shown = row.get(3, String.class);
        return new FateView.LegLine(
                text(row, 0),
                agent,
                number,
                agent == null ? name(call, number) : agent.name(),
                shown == null ? null : new CallView.PartyView(shown, row.get(4, String.class)),
                row.get(5, Instant.class),
                row.get(6, Instant.class),
                row.get(7, Instant.class),
                row.get(8, String.class),
                row.get(9, Integer.class));
    }

    private FateView.Step step(Tuple row) {
        return new FateView.Step(
                row.get(0, Instant.class),
                CallState.valueOf(text(row, 1)),
                text(row, 2),
                CallState.valueOf(text(row, 3)),
                person(row.get(4, String.class)));
    }

    private Optional<FateView.Transfer> transfer(Tuple row) {
        String id = text(row, 0);
        return history.find(id)
                .map(kept -> new FateView.Transfer(
                        kept.view(),
                        somebody(kept.transferor()),
                        person(row.get(1, String.class)),
                        row.get(2, String.class),
                        rows.lines(id).stream().map(Fates::move).toList(),
                        rows.messages(id).stream().map(Fates::told).toList()));
    }

    private static FateView.Line move(Tuple row) {
        return new FateView.Line(
                row.get(0, Instant.class),
                text(row, 1),
                TransferState.valueOf(text(row, 2)),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, Integer.class));
    }

    private static FateView.Told told(Tuple row) {
        return new FateView.Told(row.get(0, Instant.class), text(row, 1), row.get(2, String.class));
    }

    private CallView.@Nullable PartyView inbound(@Nullable String number) {
        return number == null
                ? null
                : new CallView.PartyView(
                        number,
                        inboundNumbers.find(number).map(InboundNumber::name).orElse(null));
    }

    private @Nullable String name(CallLine call, String number) {
        return number.equals(call.party().number())
                ? call.party().name()
                : directory.whoHas(number).map(Directory.Entry::name).orElse(null);
    }

    private @Nullable Person person(@Nullable String username) {
        return username == null ? null : somebody(username);
    }

    private Person somebody(String username) {
        return new Person(
                username, agents.profile(username).map(AgentProfile::name).orElse(username));
    }

    private static String text(Tuple row, int column) {
        return row.get(column, String.class);
    }
}
