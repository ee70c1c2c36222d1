package org.supertransfer.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supertransfer.store.TestDatabase;

/** Transfers by the hour of the reader's day. */
class SuccessRowsTest {
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-03-01T00:00:00Z");

    private final TestDatabase database = TestDatabase.current();
    private final SuccessRows rows = new TransactedSuccessRows();

    @AfterEach
    void end() {
        database.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "UTC,              '00 COMPLETED=2, 01 COMPLETED=1, 01 FAILED=1, 23 RETURNED=1'",
        "Europe/Helsinki,  '01 RETURNED=1, 02 COMPLETED=1, 03 COMPLETED=1, 03 FAILED=1, 04 COMPLETED=1'",
        "Asia/Kathmandu,   '05 RETURNED=1, 06 COMPLETED=2, 07 COMPLETED=1, 07 FAILED=1'",
        "America/New_York, '18 RETURNED=1, 20 COMPLETED=2, 21 COMPLETED=1, 21 FAILED=1'"
    })
    void byHour_isTheZonesHour_alsoWhereTheClockIsChanged(String zone, String counted) {
        ended("2026-03-29T00:30:00Z", "COMPLETED");
        ended("2026-03-29T01:29:59.999Z", "COMPLETED");
        ended("2026-10-25T00:30:00Z", "COMPLETED");
        ended("2026-10-25T01:30:00Z", "FAILED");
        ended("2026-12-31T23:59:59.999Z", "RETURNED");
        ended("2027-03-01T00:00:00Z", "FAILED");

        assertThat(hours(rows, zone)).isEqualTo(counted);
    }

    @Test
    void byHour_keepsNoRow_andLetsTheDatabaseGo() {
        List<String> asked = new ArrayList<>();
        SuccessRows reading = new SuccessRows();
        reading.rows = fake(EntityManager.class, (name, argument) -> queried(asked));

        assertThat(hours(reading, "Europe/Helsinki")).isEqualTo("02 COMPLETED=3");
        assertThat(asked).contains("setHint org.hibernate.fetchSize", "close");
    }

    private static TypedQuery<?> queried(List<String> asked) {
        Tuple row = fake(Tuple.class, (name, column) -> Integer.valueOf(0).equals(column) ? FROM : "COMPLETED");
        TypedQuery<?>[] self = new TypedQuery<?>[1];
        self[0] = fake(TypedQuery.class, (name, argument) -> {
            asked.add(name + " " + argument);
            return name.equals("getResultStream")
                    ? Stream.of(row, row, row).onClose(() -> asked.add("close"))
                    : self[0];
        });
        return self[0];
    }

    private interface Answer {
        Object to(String method, Object firstArgument);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                SuccessRowsTest.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments == null ? "" : arguments[0])));
    }

    private static String hours(SuccessRows rows, String zone) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.ended(new SuccessQuery(FROM, TO, SuccessQuery.By.HOUR, ZoneId.of(zone)))
                .forEach(each -> counts.merge(each.key() + " " + each.outcome(), each.count(), Integer::sum));
        return counts.toString().replaceAll("[{}]", "");
    }

    private void ended(String startedAt, String outcome) {
        database.in(manager -> {
            manager.createNativeQuery(
                            "merge into phone_call (id, direction, state, party_number, began_at, since, transfers, version,"
                                    + " owner, epoch) values ('c', 'IN', 'ENDED', '1', now(), now(), 0, 0, '', 0)")
                    .executeUpdate();
            return manager.createNativeQuery(
                            "insert into transfer (id, call_id, transferor, method, consult, confirmed, asked_type,"
                                    + " target_type, target_number, state, recall_used, started_at, outcome, charged, version,"
                                    + " owner, epoch) values (random_uuid(), 'c', 'anna', 'BLIND', false, false, 'NUMBER',"
                                    + " 'NUMBER', '1', :outcome, false, :startedAt, :outcome, false, 0, '', 0)")
                    .setParameter("outcome", outcome)
                    .setParameter("startedAt", Instant.parse(startedAt))
                    .executeUpdate();
        });
    }
}
