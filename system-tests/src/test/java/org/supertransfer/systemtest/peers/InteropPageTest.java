package org.supertransfer.systemtest.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The page in the documentation is what the tests there are would write when all of them pass. */
class InteropPageTest {
    @Test
    void document_hasTheRowsOfTheTests() throws IOException {
        assertThat(Files.readString(InteropPage.DOCUMENT))
                .as("run the system tests with -Dsupertransfer.docs.write=true")
                .isEqualTo(InteropPage.allPassed());
    }

    @Test
    void everyCase_namesAStoryThatExists() {
        assertThat(TransferCases.missing()).isEmpty();
    }
}
