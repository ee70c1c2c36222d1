package org.supertransfer.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supertransfer.problem.FieldError;
import org.supertransfer.problem.Refused;

class TariffFileTest {
    private static final String HEADER = "prefix,name,pricePerMinute,pricePerCall\r\n";

    @Test
    void file_isReadAsItWasWritten() {
        List<TariffCard> cards = List.of(
                card("+358300", "Service, \"local\""), card("+358600", "two\r\nlines"), card("118", "enquiries"));
        assertThat(TariffFile.read(TariffFile.write(cards)).values()).containsExactlyInAnyOrderElementsOf(cards);
    }

    @Test
    void spreadsheetsFile_isForgivenItsMarkAndLineEnds() {
        assertThat(TariffFile.read("\uFEFF" + HEADER.strip() + "\n+358300,x,0.1,0\n\n")
                        .keySet())
                .containsExactly("+358300");
    }

    @Test
    void everyBadLine_isNamedWithItsNumber() {
        String csv = HEADER + "+358300,ok,0.1,0\r\n" + "0300,national,0.1,0\r\n" + "+358400,x,free,0\r\n"
                + "\"+358\r\n500\",two lines,0.1,0\r\n" + "+358600,short\r\n" + "+358300,again,0.1,0\r\n"
                + "+358700,,0.12345,0\r\n";
        assertThatThrownBy(() -> TariffFile.read(csv))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::field, FieldError::code)
                        .containsExactly(
                                tuple("line 3", "format"),
                                tuple("line 4", "format"),
                                tuple("line 5", "format"),
                                tuple("line 7", "columns"),
                                tuple("line 8", "taken"),
                                tuple("line 9", "required"),
                                tuple("line 9", "range")));
    }

    @Test
    void lineBreaksInQuotes_andEmptyLines_countAsLines() {
        String csv = HEADER + "+358300,\"one\r\ntwo\r\n\r\nfour\",0.1,0\r\n" + "0300,national,0.1,0\r\n"
                + "+358400,\"one\ntwo\",0.1,0\n" + "+358500,x,free,0\n" + "\n\n" + "+358600,short\n";
        assertThatThrownBy(() -> TariffFile.read(csv))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::field)
                        .containsExactly("line 6", "line 9", "line 12"));
    }

    @Test
    void quotesThatAreNotInOrder_areNamedWithTheirLine() {
        assertThatThrownBy(() -> TariffFile.read(HEADER + "+358300,ok,0.1,0\r\n" + "\"+358\"400,x,0.1,0\r\n"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::field, FieldError::code)
                        .containsExactly(tuple("line 3", "format")));
    }

    @Test
    void otherHeader_isNoFileOfTariffs() {
        assertThatThrownBy(() -> TariffFile.read("number;price\r\n"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.errors().get(0).field()).isEqualTo("line 1"));
    }

    private static TariffCard card(String prefix, String name) {
        return new TariffCard(prefix, name, new BigDecimal("0.0835"), BigDecimal.ONE, 0);
    }
}
