package org.supertransfer.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;

/**
 * Thousands of calls, every fifth of them transferred in a way and to an end taken at random from a seed; then counts what
 * is left in the server: legs, transactions, timers, threads, open rows. What stays after everybody has hung up is a leak.
 */
public final class SoakBench {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int DESKS = 16;
    private static final int TRANSFER_EVERY = 5;
    private static final Map<String, String> SHORT_WAITS = Map.of(
            "ST_NO_ANSWER_SECONDS", "1",
            "ST_RECALL_SECONDS", "1",
            "ST_RING_SECONDS", "3",
            "ST_QUEUE_SECONDS", "3");

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger transfers = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger troubles = new AtomicInteger();

    private SoakBench() {}

    /** @param args the provisioned server's home, a work directory, how many calls, the seed */
    public static void main(String[] args) throws Exception {
        Path work = Path.of(args[1]);
        Remains remains = new Remains(work.resolve("bench-server"));
        try (Site site = Site.open(Path.of(args[0]), work, Site.Staff.desks(DESKS), remains.environment(SHORT_WAITS))) {
            SoakBench bench = new SoakBench();
            int all = Integer.parseInt(args[2]);
            bench.run(site, all / 20, Long.parseLong(args[3]));
            remains.count("warm");
            bench.run(site, all, Long.parseLong(args[3]) + 1);
            remains.count("end");
            System.out.println(bench.calls + " calls, " + bench.transfers + " transfers, " + bench.refused
                    + " orders refused because somebody was gone, " + bench.troubles
                    + " calls that did not go as expected");
            remains.print();
        }
    }

    private void run(Site site, int count, long seed) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(DESKS);
        List<Future<?>> running = new ArrayList<>();
        for (int index = 0; index < DESKS; index++) {
            Desk desk = site.desks().get(index);
            Random random = new Random(seed * DESKS + index);
            running.add(workers.submit(() -> work(desk, count / DESKS, random)));
        }
        try {
            for (Future<?> worker : running) {
                worker.get();
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private void work(Desk desk, int count, Random random) {
        for (int number = 1; number <= count; number++) {
            try {
                call(desk, number % TRANSFER_EVERY == 0, random);
            } catch (Exception e) {
                troubles.incrementAndGet();
                System.out.println(desk.agent() + ": " + e.getMessage());
                Thread.interrupted();
            }
        }
    }

    private void call(Desk desk, boolean transferred, Random random) throws Exception {
        desk.available();
        calls.incrementAndGet();
        PhoneCall customer = desk.customer().call(desk.serviceNumber());
        try {
            customer.await(PhoneCall.State.CONNECTED, SOON);
            if (transferred) {
                transfer(desk, customer, random);
            } else if (random.nextBoolean()) {
                desk.agent().liveCall().ifPresent(PhoneCall::hangUp);
            }
        } finally {
            allHangUp(desk, customer);
        }
    }

    private void transfer(Desk desk, PhoneCall customer, Random random) throws Exception {
        String id = "/api/transfers/" + UUID.randomUUID();
        String method = random.nextBoolean() ? "BLIND" : "ATTENDED";
        Phone target = desk.targets().get(random.nextInt(desk.targets().size()));
        Map<String, Object> order = Map.of(
                "callId",
                desk.connectedCall(SOON),
                "method",
                method,
                "consult",
                method.equals("ATTENDED") && random.nextBoolean(),
                "target",
                Map.of("type", "NUMBER", "number", target.user()));
        try {
            desk.portal().send("PUT", id, order);
        } catch (IOException somebodyIsGone) {
            refused.incrementAndGet();
            return;
        }
        transfers.incrementAndGet();
        pause(random.nextInt(1_500));
        switch (random.nextInt(3)) {
            case 0 -> customer.hangUp();
            case 1 -> desk.agent().liveCall().ifPresent(PhoneCall::hangUp);
            default -> pause(random.nextInt(1_500));
        }
    }

    /** The calls' own lengths: what people say to each other. */
    private static void pause(int millis) throws InterruptedException {
        Thread.sleep(millis);
    }

    private static void allHangUp(Desk desk, PhoneCall customer) {
        customer.hangUp();
        desk.targets().forEach(target -> target.liveCall().ifPresent(PhoneCall::hangUp));
        List<Phone> phones = new ArrayList<>(desk.targets());
        phones.add(desk.agent());
        phones.add(desk.customer());
        for (Phone phone : phones) {
            phone.calls().forEach(call -> call.await(PhoneCall.State.ENDED, SOON));
        }
        desk.forget();
    }
}
