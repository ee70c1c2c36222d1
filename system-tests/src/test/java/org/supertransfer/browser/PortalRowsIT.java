package org.supertransfer.browser;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supertransfer.systemtest.Method;
import org.supertransfer.systemtest.RehearsalRow;
import org.supertransfer.systemtest.ServerExtension;
import org.supertransfer.systemtest.Stage;

/**
 * What an agent sees of a transfer to each number of the rehearsal: twelve agents, each with a page of its own, begin one
 * after the other, and while one is looked at the others' transfers go on.
 */
@BrowserTest(whole = true)
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalRowsIT {
    private List<RowSeat> seats = List.of();

    @BeforeAll
    void logIn(Stage stage, Chromium chromium) {
        seats = Stream.of(RehearsalRow.values())
                .map(row -> new RowSeat(row, stage, new PortalPage(chromium.page())))
                .toList();
        each(RowSeat::logIn);
    }

    @AfterAll
    void close() {
        each(RowSeat::close);
    }

    @ParameterizedTest
    @EnumSource
    void everyNumber_showsTheAgentItsEnding(Method method) {
        try {
            // One after the other: a phone that a busy machine leaves ringing twice sends its agent away.
            each(RowSeat::takeACall);
            each(seat -> seat.transfer(method));
            each(seat -> seat.showsTheEnding(method));
        } finally {
            each(RowSeat::endTheCall);
        }
    }

    private void each(Consumer<RowSeat> act) {
        assertAll(seats.stream().map(seat -> () -> act.accept(seat)));
    }
}
