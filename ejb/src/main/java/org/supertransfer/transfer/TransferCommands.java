package org.supertransfer.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supertransfer.agent.Caller;
import org.supertransfer.call.Calls;
import org.supertransfer.call.LiveCall;
import org.supertransfer.call.Verdict;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** Gives an agent's or a supervisor's command to a live transfer, in its call's turn. */
@ApplicationScoped
class TransferCommands {
    private static final Logger LOG = LoggerFactory.getLogger(TransferCommands.class);

    @Inject
    private Calls calls;

    @Inject
    private LiveTransfers transfers;

    @Inject
    private TransferEngine engine;

    /** @throws Refused STALE, MOVE_REJECTED, each with the state */
    TransferView give(Caller caller, TransferHistory.Kept kept, long version, Stimulus.Kind command) {
        if (kept.transferor().equals(caller.username())) {
            return inTurn(kept, version, transfer -> new Given(transfer, command, null));
        }
        if (command == Stimulus.Kind.CANCEL) {
            return retrieve(caller, kept, version);
        }
        throw new Refused(Refusal.NOT_FOUND, "You have no such transfer.");
    }

    /**
     * Takes the call back for whoever is the transferor.
     *
     * @throws Refused STALE, MOVE_REJECTED, each with the state
     */
    TransferView retrieve(Caller supervisor, TransferHistory.Kept kept, long version) {
        return inTurn(
                kept,
                version,
                transfer -> new Given(transfer, Stimulus.Kind.SUPERVISOR_RETRIEVES, supervisor.username()));
    }

    /** @param supervisor who takes the call back; null for the transferor's own command */
    private record Given(LiveTransfer transfer, Stimulus.Kind kind, @Nullable String supervisor) {}

    private TransferView inTurn(TransferHistory.Kept kept, long version, Function<LiveTransfer, Given> command) {
        TransferView seen = kept.view();
        if (seen.endedAt() != null) {
            return after(seen, version);
        }
        return calls.ask(seen.callId(), call -> {
            LiveTransfer transfer = transfers
                    .find(seen.id())
                    .orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "There is no such transfer."));
            TransferView now = after(transfer.view(), version);
            return now.endedAt() == null ? run(call, command.apply(transfer)) : now;
        });
    }

    private TransferView run(LiveCall call, Given given) {
        LiveTransfer transfer = given.transfer();
        TransferView now = transfer.view();
        String before = transfer.row.retrievedBy;
        transfer.row.retrievedBy = given.supervisor() == null ? before : given.supervisor();
        Verdict verdict = engine.handle(call, transfer, Stimulus.of(given.kind()));
        if (verdict != Verdict.MOVED) {
            transfer.row.retrievedBy = before;
        } else if (given.supervisor() != null) {
            LOG.info("transfer={} v={} retrieved by {}", transfer.id(), transfer.row.version, given.supervisor());
        }
        if (verdict == Verdict.REJECTED) {
            throw rejected(given.kind(), now);
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
