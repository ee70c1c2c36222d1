package org.supertransfer.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.call.ContactCentre;
import org.supertransfer.call.ContactCentreTest;

/** What an agent finds in the lists of targets. */
class DirectoryServiceTest extends ContactCentreTest {
    @ParameterizedTest
    @CsvSource({
        "AGENT,   car,          1202",
        "AGENT,   12 02,        1202",
        "USER,    ULLA,         1301",
        "USER,    13-01,        1301",
        "INBOUND, supp,         0201234501",
        "INBOUND, 0201 234 501, 0201234501",
        "INBOUND, 234 50 1,     0201234501",
        "INBOUND, 0201\u2011234\u00a0501, 0201234501"
    })
    void nameOrNumber_isFoundAsItIsReadAndTyped(TargetType type, String query, String number) {
        assertThat(found(type, query)).containsExactly(number);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = " ")
    void nothingTyped_findsAll(@Nullable String query) {
        assertThat(found(TargetType.INBOUND, query))
                .containsExactlyInAnyOrder(ContactCentre.SERVICE, ContactCentre.SUPPORT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "- -", "0201 9", "zoe"})
    void whatNobodyHas_findsNobody(String query) {
        assertThat(found(TargetType.INBOUND, query)).isEmpty();
    }

    @Test
    void oneself_isNoTarget() {
        assertThat(found(TargetType.AGENT, "12")).containsExactlyInAnyOrder("1202", "1203");
    }

    private List<String> found(TargetType type, @Nullable String query) {
        return centre.get(DirectoryService.class).targets("alice", type, query).stream()
                .map(TargetView::number)
                .toList();
    }
}
