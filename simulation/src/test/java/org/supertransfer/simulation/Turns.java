package org.supertransfer.simulation;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supertransfer.problem.Refused;

/**
 * The server's executors on virtual time. A command waits for its turn, so it runs in a thread of its own while the
 * simulation's thread takes turns and the clock stands: still one thing after the other.
 */
final class Turns implements AutoCloseable {
    private static final Runnable END = () -> {};

    private final ExecutorService commands = Executors.newSingleThreadExecutor();
    private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
    private VirtualTime time = new VirtualTime();
    private volatile boolean commanding;

    /** Turns and deadlines belong to this clock from now on. */
    void on(VirtualTime clock) {
        waiting.clear();
        time = clock;
    }

    VirtualTime time() {
        return time;
    }

    ManagedExecutorService lanes() {
        return proxy(ManagedExecutorService.class, arguments -> {
            waiting.add((Runnable) arguments[0]);
            if (!commanding) {
                time.execute(this::takeNext);
            }
            return null;
        });
    }

    ManagedScheduledExecutorService scheduler() {
        return proxy(
                ManagedScheduledExecutorService.class,
                arguments -> time.schedule((Runnable) arguments[0], (Long) arguments[1], (TimeUnit) arguments[2]));
    }

    private void takeNext() {
        Runnable turn = waiting.poll();
        if (turn != null) {
            turn.run();
        }
    }

    private void takeAll() {
        for (Runnable turn = waiting.poll(); turn != null; turn = waiting.poll()) {
            turn.run();
        }
    }

    /** What a command answers; empty when it is refused, as it may be. */
    <T> Optional<T> command(Supplier<T> command) {
        takeAll();
        commanding = true;
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(() -> toItsEnd(command), commands);
        try {
            for (Runnable turn = waiting.take(); turn != END; turn = waiting.take()) {
                turn.run();
            }
            takeAll();
            return Optional.ofNullable(answer.join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refused) {
                return Optional.empty();
            }
            throw e;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            commanding = false;
        }
    }

    private <T> T toItsEnd(Supplier<T> command) {
        try {
            return command.get();
        } finally {
            waiting.add(END);
        }
    }

    private interface Body {
        @Nullable
        Object run(Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Body body) {
        Object made = Proxy.newProxyInstance(
                Turns.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getDeclaringClass() == Object.class) {
                        return MemoryRows.ofObject(self, method.getName(), arguments);
                    }
                    return run(body, method.getName(), arguments);
                });
        return type.cast(made);
    }

    private static @Nullable Object run(Body body, String method, Object[] arguments) {
        if (!method.equals("execute") && !method.equals("schedule")) {
            throw new UnsupportedOperationException(method);
        }
        return body.run(arguments);
    }

    @Override
    public void close() {
        commands.shutdownNow();
    }
}
