package org.supertransfer.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.supertransfer.transfer.MessageCode;
import org.supertransfer.transfer.TransferChanged;
import org.supertransfer.transfer.TransferMessage;
import org.supertransfer.transfer.TransferView;

/** What the pages were told of each transfer. */
@ApplicationScoped
public class Told {
    private final Map<String, List<TransferView>> changes = new LinkedHashMap<>();
    private final Map<String, List<MessageCode>> messages = new LinkedHashMap<>();
    private final Map<String, Integer> shown = new LinkedHashMap<>();

    void changed(@Observes TransferChanged change) {
        changes.computeIfAbsent(change.transfer().id(), id -> new ArrayList<>()).add(change.transfer());
        shown.merge(change.transfer().id(), change.forTransferor() ? 1 : 0, Integer::sum);
    }

    void message(@Observes TransferMessage message) {
        messages.computeIfAbsent(message.transferId(), id -> new ArrayList<>()).add(message.code());
    }

    void forget() {
        changes.clear();
        messages.clear();
        shown.clear();
    }

    /** Every transfer with all its states, in their order. */
    Map<String, List<TransferView>> changes() {
        return changes;
    }

    List<MessageCode> messages(String id) {
        return messages.getOrDefault(id, List.of());
    }

    /** How many of its states the transferor's page was sent. */
    int shown(String id) {
        return shown.getOrDefault(id, 0);
    }
}
