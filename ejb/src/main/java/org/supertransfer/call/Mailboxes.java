package org.supertransfer.call;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The mailboxes of this server, on its managed threads; see {@link MailboxRoom}. */
@ApplicationScoped
public class Mailboxes {
    private static final Duration LAST_TURNS = Duration.ofSeconds(3);

    @Resource(lookup = "java:jboss/ee/concurrency/executor/calls")
    private ManagedExecutorService lanes;

    private final MailboxRoom room = new MailboxRoom(turn -> lanes.execute(turn));

    /** Runs the turn after all earlier ones of this name and never beside one of them. Does not wait. */
    public void post(String name, Runnable turn) {
        room.post(name, turn);
    }

    /** As {@link #post}, with an answer; it fails with whatever the turn throws. Never wait for it in a transaction. */
    public <T> CompletableFuture<T> ask(String name, Supplier<T> turn) {
        return room.ask(name, turn);
    }

    @PreDestroy
    void close() {
        room.close(LAST_TURNS);
    }
}
