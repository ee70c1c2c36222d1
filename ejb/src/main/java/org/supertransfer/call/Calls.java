package org.supertransfer.call;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.MDC;
import org.supertransfer.problem.Refusal;
import org.supertransfer.problem.Refused;

/** The live calls, and the way into one of them: a turn in its mailbox. */
@ApplicationScoped
public class Calls {
    private static final long SECONDS = 10;

    @Inject
    private Mailboxes mailboxes;

    @Inject
    private TurnEnd turnEnd;

    @Inject
    private Timers timers;

    private final Map<String, LiveCall> live = new ConcurrentHashMap<>();
    /** Calls whose legs are another call's now, and that one; for reports that were on their way. */
    private final Map<String, String> merged = new ConcurrentHashMap<>();

    /** A turn of a call; nothing happens when it is over. */
    public void in(String id, Consumer<LiveCall> turn) {
        in(id, turn, () -> {});
    }

    /** A turn of a call, or this when the call is over by then. */
    void in(String id, Consumer<LiveCall> turn, Runnable over) {
        mailboxes.post(id, () -> {
            String other = merged.get(id);
            if (other != null) {
                in(other, turn, over);
                return;
            }
            find(id).ifPresentOrElse(
                            call -> run(call, () -> {
                                turn.accept(call);
                                return true;
                            }),
                            over);
        });
    }

    /** What is posted to the first call from here on, and what waits in its mailbox, is the second one's business. */
    void merge(String from, String into) {
        merged.put(from, into);
    }

    /** The first turn of a call; empty when it does not begin. */
    void begin(String id, Supplier<Optional<Birth>> birth) {
        mailboxes.post(id, () -> born(birth.get()));
    }

    /**
     * A turn with an answer. Never in a transaction.
     *
     * @throws Refused as the turn does; NOT_FOUND when there is no such call; UNAVAILABLE when no answer comes
     */
    public <T> T ask(String id, Function<LiveCall, T> turn) {
        return wait(mailboxes.ask(id, () -> {
            LiveCall call = find(id).orElseThrow(() -> new Refused(Refusal.NOT_FOUND, "There is no such call."));
            return run(call, () -> turn.apply(call));
        }));
    }

    /** As {@link #ask}, for a call that begins with this turn. */
    LiveCall askNew(String id, Supplier<Optional<Birth>> birth) {
        return wait(mailboxes.ask(id, () -> {
            born(birth.get());
            return find(id).orElseThrow(() -> new Refused(Refusal.UNAVAILABLE, "The call did not begin."));
        }));
    }

    Optional<LiveCall> find(String id) {
        return Optional.ofNullable(live.get(id));
    }

    /** What this agent sees now. */
    List<CallView> shownTo(String username) {
        return live.values().stream()
                .map(call -> call.shown.get(username))
                .filter(Objects::nonNull)
                .toList();
    }

    /** By username; of several calls of one agent the one that came last. */
    Map<String, CallView> shownToAll() {
        Map<String, CallView> all = new HashMap<>();
        live.values()
                .forEach(call -> call.shown.forEach((username, view) ->
                        all.merge(username, view, (one, other) -> one.since().isAfter(other.since()) ? one : other)));
        return all;
    }

    public Collection<LiveCall> all() {
        return List.copyOf(live.values());
    }

    private void born(Optional<Birth> birth) {
        birth.ifPresent(born -> {
            live.put(born.call().id(), born.call());
            run(born.call(), () -> {
                born.first().run();
                return true;
            });
        });
    }

    /**
     * A call that has been written.
     *
     * @param first what is done as soon as others can find it
     */
    record Birth(LiveCall call, Runnable first) {}

    private <T> T run(LiveCall call, Supplier<T> turn) {
        MDC.put("call", call.id());
        call.takeover().ifPresent(transfer -> MDC.put("transfer", transfer.transferId()));
        try {
            return turn.get();
        } finally {
            if (turnEnd.settle(call)) {
                live.remove(call.id());
                timers.over(call.id());
                merged.values().removeIf(call.id()::equals);
            }
            MDC.remove("transfer");
            MDC.remove("call");
        }
    }

    private static <T> T wait(CompletableFuture<T> answer) {
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new Refused(
                    Refusal.UNAVAILABLE, "The call did not answer in time; ask again to learn what happened.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Refusal.UNAVAILABLE, "The server stops.");
        }
    }
}
