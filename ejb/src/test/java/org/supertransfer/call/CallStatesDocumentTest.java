package org.supertransfer.call;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CallStatesDocumentTest {
    @Test
    void document_saysWhatTheRulesDecide() throws IOException {
        GoldenFile.holds("call-states.md", CallStatesDocument.write());
    }
}
