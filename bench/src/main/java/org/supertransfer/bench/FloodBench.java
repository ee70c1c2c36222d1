package org.supertransfer.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Floods, each for a few seconds, against a server with calls that are up: what is answered, whether those calls stay up,
 * how a new one fares before, during and after, and what is left in the heap. Strangers come from 127.0.0.2 and on, the
 * trunk from 127.0.0.1.
 */
public final class FloodBench {
    private static final int TALKING = 10;
    private static final int STRANGERS = 8;
    private static final int WARM_UP = 100;
    private static final int BEFORE = 10;
    /** Longer than a silent connection is borne with. */
    private static final Duration CLINGING = Duration.ofSeconds(14);

    private static final List<String> SCANNERS =
            List.of("friendly-scanner", "sipvicious", "sipcli/v1.8", "VaxSIPUserAgent/3.1", "PortSIP", "eyeBeam");
    private static final List<String> PROBES = List.of("OPTIONS", "INVITE", "REGISTER");
    private static final List<String> STRAYS = List.of("BYE", "ACK", "INFO", "CANCEL");

    /** One flood; returns when it is over. */
    private interface Attack {
        void play(Tally tally) throws Exception;
    }

    private final Site site;
    private final Witness witness;
    private final int perSecond;
    private final Duration length;

    private FloodBench(Site site, int perSecond, Duration length) {
        this.site = site;
        this.witness = new Witness(site.desks());
        this.perSecond = perSecond;
        this.length = length;
    }

    /** @param args the provisioned server's home, a work directory, messages a second, seconds for each flood */
    public static void main(String[] args) throws Exception {
        try (Site site = Site.open(Path.of(args[0]), Path.of(args[1]), Site.Staff.desks(TALKING + 1), Map.of())) {
            FloodBench bench =
                    new FloodBench(site, Integer.parseInt(args[2]), Duration.ofSeconds(Integer.parseInt(args[3])));
            bench.run();
        }
    }

    private void run() throws Exception {
        Latencies warmUp = new Latencies("warm-up");
        for (int call = 0; call < WARM_UP; call++) {
            witness.calls(warmUp);
        }
        endure("scanners", this::scan);
        endure("REGISTER brute force", this::guess);
        endure("INVITE flood from the trunk", this::call);
        endure("40 hanging TCP connects", tally -> cling(tally, false));
        endure("40 slow TCP connections", tally -> cling(tally, true));
        endure("stray responses and requests", this::stray);
    }

    private void endure(String name, Attack attack) throws Exception {
        double heapBefore = ServerProcess.heap();
        long upBefore = witness.up();
        Latencies before = new Latencies("  new call before");
        for (int call = 0; call < BEFORE; call++) {
            witness.calls(before);
        }
        Tally tally = new Tally();
        Latencies during = new Latencies("  new call during");
        int refused = during(during, () -> attack.play(tally));
        Duration recovery = witness.untilACallGoesThrough();
        Latencies after = new Latencies("  new call after");
        for (int call = 0; call < BEFORE; call++) {
            witness.calls(after);
        }
        System.out.println(name + ": " + tally.line());
        System.out.println(before.line());
        System.out.println(during.line() + ", refused " + refused);
        System.out.println(after.line());
        System.out.printf(
                Locale.ROOT,
                "  calls up %d, then %d of them; heap %.1f MB, then %.1f MB; a new call went through %d ms after the end%n",
                upBefore,
                witness.up(),
                heapBefore,
                ServerProcess.heap(),
                recovery.toMillis());
    }

    private interface Step {
        void run() throws Exception;
    }

    /** Runs it while a customer calls again and again; how many of those calls were refused. */
    private int during(Latencies setUp, Step step) throws Exception {
        ExecutorService customer = Executors.newSingleThreadExecutor();
        AtomicBoolean over = new AtomicBoolean();
        try {
            Future<Integer> refused = customer.submit(() -> witness.callsUntil(over::get, setUp));
            step.run();
            over.set(true);
            return refused.get();
        } finally {
            customer.shutdownNow();
        }
    }

    private void scan(Tally tally) throws Exception {
        List<Flooder> strangers = new ArrayList<>();
        for (int number = 0; number < STRANGERS; number++) {
            strangers.add(new Flooder("127.0.0." + (2 + number), site.sipPort(), tally));
        }
        together(
                strangers,
                stranger -> stranger.play(
                        perSecond / STRANGERS,
                        length,
                        number -> Salvo.request(
                                PROBES.get(number % PROBES.size()),
                                "sip:" + (100 + number) + "@127.0.0.1",
                                stranger.from(),
                                "User-Agent: " + SCANNERS.get(number % SCANNERS.size()))));
    }

    private void guess(Tally tally) throws Exception {
        Flooder eve = new Flooder("127.0.0.2", site.sipPort(), tally);
        together(
                List.of(eve),
                one -> one.play(
                        perSecond,
                        length,
                        number -> Salvo.request(
                                "REGISTER",
                                "sip:supertransfer.local",
                                one.from(),
                                guessOf("agent" + number % 20, one.nonce()))));
    }

    private static String guessOf(String user, String nonce) {
        String response = (Salvo.random() + Salvo.random()).replace("-", "");
        return "Authorization: Digest username=\"" + user + "\", realm=\"supertransfer.local\", nonce=\"" + nonce
                + "\", uri=\"sip:supertransfer.local\", response=\"" + response
                + "\", algorithm=SHA-256, qop=auth, nc=00000001, cnonce=\"1\"";
    }

    /**
     * To a number whose agent talks: who is let in waits, and gives up when the flood is over. Twice the rate of the others:
     * in five seconds ten times the calls that the server takes at a time.
     */
    private void call(Tally tally) throws Exception {
        String number = site.desks().get(1).serviceNumber();
        Flooder trunk = new Flooder("127.0.0.1", site.sipPort(), tally);
        together(List.of(trunk), one -> {
            one.play(2 * perSecond, length, any -> Salvo.request("INVITE", number, one.from()));
            one.hangUp();
        });
    }

    private void stray(Tally tally) throws Exception {
        Flooder eve = new Flooder("127.0.0.1", site.sipPort(), tally);
        together(
                List.of(eve),
                one -> one.play(perSecond, length, number -> switch (number % 3) {
                    case 0 -> Salvo.stray(200, "INVITE", site.sipPort());
                    case 1 -> Salvo.stray(404, "BYE", site.sipPort());
                    default -> Salvo.forNobody(STRAYS.get(number / 3 % STRAYS.size()), one.from());
                }));
    }

    private void cling(Tally tally, boolean saysSomething) throws Exception {
        try (Clingers clingers = new Clingers("127.0.0.2", site.sipPort(), tally)) {
            clingers.cling(CLINGING, saysSomething);
        }
    }

    private interface Part {
        void play(Flooder flooder) throws IOException;
    }

    private static void together(List<Flooder> flooders, Part part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(flooders.size());
        try {
            List<Future<?>> playing = new ArrayList<>();
            for (Flooder flooder : flooders) {
                playing.add(threads.submit(() -> {
                    part.play(flooder);
                    return null;
                }));
            }
            for (Future<?> one : playing) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
            flooders.forEach(Flooder::close);
        }
    }
}
