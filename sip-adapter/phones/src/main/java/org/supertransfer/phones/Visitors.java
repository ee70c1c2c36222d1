package org.supertransfer.phones;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one customer call for each agent that is available and idle, a while after it became so, and not more. Looks at
 * the public interface, as a wallboard would.
 */
final class Visitors {
    private static final System.Logger LOG = System.getLogger(Visitors.class.getName());
    private static final Duration LOOK = Duration.ofMillis(400);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Portal portal;
    private final Supplier<PhoneCall> customer;
    private final Map<String, Spell> spells = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "rehearsal-customers");
        thread.setDaemon(true);
        return thread;
    });

    Visitors(Portal portal, Supplier<PhoneCall> customer) {
        this.portal = portal;
        this.customer = customer;
    }

    void start() {
        var unused = clock.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        clock.shutdownNow();
    }

    private void look() {
        try {
            agents(portal.availableAgents(), System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "cannot see who is available", e);
        }
    }

    /** Who is available and idle at this moment, given as {@link System#nanoTime}. */
    void agents(Set<String> available, long now) {
        spells.keySet().retainAll(available);
        for (String agent : available) {
            Spell spell = spells.computeIfAbsent(agent, name -> new Spell(now, null));
            PhoneCall call = spell.call();
            if (call != null && !call.live()) {
                spells.put(agent, new Spell(now, null));
            } else if (call == null && now - spell.since() >= PAUSE.toNanos()) {
                spells.put(agent, new Spell(spell.since(), customer.get()));
            }
        }
    }

    /** An agent is available since a moment; the customer that called for it. */
    private record Spell(long since, @Nullable PhoneCall call) {}
}
