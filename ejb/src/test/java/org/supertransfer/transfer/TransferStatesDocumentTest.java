package org.supertransfer.transfer;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.supertransfer.call.GoldenFile;

class TransferStatesDocumentTest {
    @Test
    void document_saysWhatTheRulesDecide() throws IOException {
        GoldenFile.holds("transfer-states.md", TransferStatesDocument.write());
    }
}
