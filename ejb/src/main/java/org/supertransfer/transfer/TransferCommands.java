package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.supertransfer.agent.Caller;
import org.supertransfer.call.Calls;
import org.supertransfer.call.LiveCall;
import org.supertransfer.call.Verdict;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** Gives an agent's or a supervisor's command to a live transfer, in its call's turn. */
@ApplicationScoped
class TransferCommands {
    @Inject
    private Calls calls;

    @Inject
    private LiveTransfers transfers;

    @Inject
    private TransferEngine engine;

    /** @throws Refused STALE, MOVE_REJECTED, each with the state */
    TransferView give(Caller caller, TransferHistory.Kept kept, long version, Stimulus.Kind command) {
        Stimulus.Kind kind = kindFor(caller, kept, command);
        if (kept.view().endedAt() != null) {
            return after(kept.view(), version);
        }
        return calls.ask(kept.view().callId(), call -> give(call, kept.view(), version, kind));
    }

    /** A supervisor's cancel takes the call back for whoever is the transferor. */
    private static Stimulus.Kind kindFor(Caller caller, TransferHistory.Kept kept, Stimulus.Kind command) {
        if (kept.transferor().equals(caller.username())) {
            return command;
        }
        if (command == Stimulus.Kind.CANCEL) {
            return Stimulus.Kind.SUPERVISOR_RETRIEVES;
        }
        throw new Refused(Refusal.NOT_FOUND, "You have no such transfer.");
    }

    private TransferView give(LiveCall call, TransferView seen, long version, Stimulus.Kind kind) {
        LiveTransfer transfer = transfers
                .find(seen.id())
                .orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "There is no such transfer."));
        TransferView now = after(transfer.view(), version);
        if (now.endedAt() == null && engine.handle(call, transfer, Stimulus.of(kind)) == Verdict.REJECTED) {
            throw rejected(kind, now);
        }
        return transfer.view();
    }

    private static TransferView after(TransferView now, long version) {
        if (now.version() != version) {
            throw new Refused(Refusal.STALE, "The transfer has moved on; look again.")
                    .with("state", now.state().name())
                    .with("version", String.valueOf(now.version()));
        }
        return now;
    }

    private static Refused rejected(Stimulus.Kind kind, TransferView now) {
        String what = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Refused(Refusal.MOVE_REJECTED, "A transfer that is " + now.state() + " takes no " + what + ".")
                .with("state", now.state().name())
                .with("version", String.valueOf(now.version()));
    }
}
