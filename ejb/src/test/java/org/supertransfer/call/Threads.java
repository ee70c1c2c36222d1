package org.supertransfer.call;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The server's executors in a test: one thread that takes all turns, and timers that ring when the test says so. */
final class Threads implements AutoCloseable {
    private record Timer(Duration at, Runnable task) {}

    private final ExecutorService one = Executors.newSingleThreadExecutor();
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<Timer> timers = new ArrayList<>();
    private Duration now = Duration.ZERO;

    ManagedExecutorService lanes() {
        return proxy(ManagedExecutorService.class, arguments -> {
            waiting.incrementAndGet();
            Runnable turn = (Runnable) Objects.requireNonNull(arguments[0]);
            one.execute(() -> {
                turn.run();
                waiting.decrementAndGet();
            });
            return null;
        });
    }

    ManagedScheduledExecutorService scheduler() {
        return proxy(ManagedScheduledExecutorService.class, arguments -> {
            long delay = ((TimeUnit) arguments[2]).toMillis((Long) arguments[1]);
            Timer timer = new Timer(now.plusMillis(delay), (Runnable) arguments[0]);
            synchronized (timers) {
                timers.add(timer);
            }
            return cancelling(timer);
        });
    }

    /** A future that knows no more than to be cancelled. */
    private ScheduledFuture<?> cancelling(Timer timer) {
        Object made = Proxy.newProxyInstance(
                Threads.class.getClassLoader(), new Class<?>[] {ScheduledFuture.class}, (self, method, arguments) -> {
                    if (!method.getName().equals("cancel")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    synchronized (timers) {
                        return timers.remove(timer);
                    }
                });
        return (ScheduledFuture<?>) made;
    }

    /** What this does comes before the first turn that it brings. */
    void atOnce(Runnable several) {
        CountDownLatch all = new CountDownLatch(1);
        one.execute(() -> await(all));
        several.run();
        all.countDown();
        settle();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until all turns, and the turns they brought, are taken. */
    void settle() {
        try {
            do {
                one.submit(() -> {}).get();
            } while (waiting.get() > 0);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets time pass for the timers, those that ring one after the other in order. */
    void pass(Duration time) {
        Duration end = now.plus(time);
        for (Timer next = next(end); next != null; next = next(end)) {
            now = next.at();
            next.task().run();
            settle();
        }
        now = end;
    }

    private @Nullable Timer next(Duration end) {
        synchronized (timers) {
            Timer first = timers.stream()
                    .filter(timer -> timer.at().compareTo(end) <= 0)
                    .min((one, other) -> one.at().compareTo(other.at()))
                    .orElse(null);
            timers.remove(first);
            return first;
        }
    }

    private interface Body {
        @Nullable
        Object run(Object[] arguments) throws InvocationTargetException;
    }

    private static <T> T proxy(Class<T> type, Body body) {
        Object made =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("execute") || method.getName().equals("schedule")) {
                        return body.run(arguments);
                    }
                    return method.getName().equals("hashCode") ? (Object) 1 : null;
                });
        return type.cast(made);
    }

    @Override
    public void close() {
        one.shutdownNow();
    }
}
