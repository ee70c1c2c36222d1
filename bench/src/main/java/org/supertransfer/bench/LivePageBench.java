package org.supertransfer.bench;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.supertransfer.phones.Behaviour;
import org.supertransfer.phones.Phone;
import org.supertransfer.phones.PhoneCall;
import org.supertransfer.phones.WireMessage;

/**
 * From a phone's SIP message to the text on the agent's page, painted by a real browser: once with this agent's socket
 * alone, once with a crowd's open too. What the page weighs and how soon it can be used is printed first.
 */
public final class LivePageBench {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int WARM_UP = 30;
    private static final String INCOMING = "Puhelu tulossa";
    private static final String CONNECTED = "Puhelussa";
    private static final String RINGING = "Kohde hälyttää";
    private static final String ANSWERED = "Kohde vastasi";

    private final Desk desk;
    private final PageClock page;

    private LivePageBench(Desk desk, PageClock page) {
        this.desk = desk;
        this.page = page;
    }

    /** @param args the provisioned server's home, a work directory, how many calls are measured, how big the crowd is */
    public static void main(String[] args) throws Exception {
        int calls = Integer.parseInt(args[2]);
        Site.Staff staff = new Site.Staff(1, Integer.parseInt(args[3]));
        try (Browser browser = new Browser();
                Site site = Site.open(Path.of(args[0]), Path.of(args[1]), staff, Map.of())) {
            Desk desk = site.desks().get(0);
            new PageWeight(site.httpBase(), desk.username()).print(browser);
            Page page = browser.page();
            LivePageBench bench =
                    new LivePageBench(desk, PageClock.on(page, List.of(INCOMING, CONNECTED, RINGING, ANSWERED)));
            bench.logIn(site.httpBase().toString());
            bench.measure(WARM_UP, "warm-up");
            Latencies alone = bench.measure(calls, "SIP to text, one socket");
            try (Crowd crowd = Crowd.open(site.httpBase(), site.crowd())) {
                long before = crowd.frames();
                Latencies among = bench.measure(calls, "SIP to text, " + (crowd.open() + 1) + " sockets");
                System.out.printf(
                        Locale.ROOT,
                        "p95 alone %.1f ms, in the crowd %.1f ms: x%.2f; the crowd got %d frames, %d of its sockets are open %s%n",
                        alone.millis(0.95),
                        among.millis(0.95),
                        among.millis(0.95) / alone.millis(0.95),
                        crowd.frames() - before,
                        crowd.open(),
                        crowd.closings());
            }
        }
    }

    private void logIn(String base) {
        page.page().navigate(base);
        page.page().fill("#username", desk.username());
        page.page().fill("#password", desk.username());
        page.page().keyboard().press("Enter");
        page.page().locator(".state-switch").waitFor();
    }

    private Latencies measure(int calls, String name) throws Exception {
        Latencies all = new Latencies(name);
        Map<String, Latencies> each = new LinkedHashMap<>();
        for (int i = 0; i < calls; i++) {
            call().forEach((text, took) -> {
                all.add(took);
                each.computeIfAbsent(text, of -> new Latencies("  " + of)).add(took);
            });
        }
        System.out.println(all.line());
        each.values().forEach(one -> System.out.println(one.line()));
        return all;
    }

    /** A call that is transferred; how long each text took. */
    private Map<String, Duration> call() throws Exception {
        desk.agent().behaves(Behaviour.answersAfter(PAUSE));
        desk.target().behaves(Behaviour.script().then(PAUSE, PhoneCall::ring).then(PAUSE, PhoneCall::answer));
        PhoneCall customer = desk.customer().call(desk.serviceNumber());
        customer.await(PhoneCall.State.CONNECTED, SOON);
        String call = desk.connectedCall(SOON);
        page.await(CONNECTED);
        transfer(call);
        page.await(ANSWERED);

        Map<String, Duration> took = new LinkedHashMap<>();
        took.put(INCOMING, until(INCOMING, desk.customer(), each -> each.is("INVITE")));
        took.put(CONNECTED, until(CONNECTED, desk.agent(), each -> each.is(200, "INVITE")));
        took.put(RINGING, until(RINGING, desk.target(), each -> each.is(180, "INVITE")));
        took.put(ANSWERED, until(ANSWERED, desk.target(), each -> each.is(200, "INVITE")));

        PhoneCall target = desk.target().awaitCall(SOON);
        target.await("talks to the customer", each -> each.talksWith(customer), SOON);
        customer.hangUp();
        target.await(PhoneCall.State.ENDED, SOON);
        page.forget();
        desk.forget();
        return took;
    }

    private void transfer(String call) throws IOException, InterruptedException {
        Map<String, Object> target =
                Map.of("type", "NUMBER", "number", desk.target().user());
        desk.portal()
                .send(
                        "PUT",
                        "/api/transfers/" + UUID.randomUUID(),
                        Map.of("callId", call, "method", "ATTENDED", "target", target));
    }

    /** A text that was overtaken by the next one was not seen for as long as it was true. */
    private Duration until(String text, Phone phone, Predicate<WireMessage> wanted) {
        Instant sent = phone.log()
                .await(each -> !each.received() && wanted.test(each), SOON)
                .at();
        return page.painted(text)
                .map(painted -> Duration.between(sent, painted))
                .orElse(SOON);
    }
}
