package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the pages would be sent. */
@ApplicationScoped
public class Heard {
    private final List<MessageCode> messages = new CopyOnWriteArrayList<>();
    private final List<TransferState> forTransferor = new CopyOnWriteArrayList<>();

    void message(@Observes TransferMessage message) {
        messages.add(message.code());
    }

    void changed(@Observes TransferChanged changed) {
        if (changed.forTransferor()) {
            forTransferor.add(changed.transfer().state());
        }
    }

    public List<MessageCode> messages() {
        return messages;
    }

    public List<TransferState> forTransferor() {
        return forTransferor;
    }
}
