package org.supertransfer.simulation;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Datagrams between addresses, as text: each arrives late, twice, out of order or not at all, as the seed says. Every copy
 * is parsed anew, so that no two parties share an object.
 */
public final class SimNetwork {
    /**
     * How bad the network is.
     *
     * @param shortest the delay of the fastest datagram
     * @param jitter what may be added to it, which reorders what is sent in short order
     * @param loss the share of datagrams that never arrive
     * @param duplication the share that arrives twice
     * @param late the share that comes up to a second late, behind what was sent after it
     */
    public record Quality(Duration shortest, Duration jitter, double loss, double duplication, double late) {
        public static final Quality PERFECT = new Quality(Duration.ofMillis(1), Duration.ofNanos(1_000_000), 0, 0, 0);

        /** From a cable in the room to a bad day by radio. */
        public static Quality of(SplittableRandom random) {
            return switch (random.nextInt(4)) {
                case 0 -> PERFECT;
                case 1 -> new Quality(Duration.ofMillis(1), Duration.ofMillis(30), 0, 0.05, 0.02);
                case 2 -> new Quality(Duration.ofMillis(20), Duration.ofMillis(200), 0.05, 0.05, 0.1);
                default -> new Quality(Duration.ofMillis(100), Duration.ofMillis(400), 0.2, 0.1, 0.2);
            };
        }
    }

    private static final long LATEST_MICROS = 1_000_000;

    private final VirtualTime time;
    private final SplittableRandom random;
    private final Ladder ladder;
    private final Map<String, Consumer<SIPMessage>> receivers = new HashMap<>();
    private final Map<String, Quality> links = new HashMap<>();
    private Quality quality = Quality.PERFECT;
    private int inFlight;
    private long carried;

    public SimNetwork(VirtualTime time, SplittableRandom random, Ladder ladder) {
        this.time = time;
        this.random = random;
        this.ladder = ladder;
    }

    /** Of every link that has none of its own. */
    public void quality(Quality every) {
        quality = every;
    }

    /** Of the link to and from this host. */
    public void quality(String host, Quality ofHost) {
        links.put(host, ofHost);
    }

    void attach(String host, int port, Consumer<SIPMessage> receiver) {
        receivers.put(host + ":" + port, receiver);
    }

    /** Nobody is there any more, and nobody says so. */
    void detach(String host, int port) {
        receivers.remove(host + ":" + port);
    }

    /** How many datagrams are under way. */
    public int inFlight() {
        return inFlight;
    }

    /** How many datagrams were sent. */
    public long carried() {
        return carried;
    }

    /** One datagram; {@code from} and {@code to} are {@code host:port}. */
    public void send(String from, String to, SIPMessage message) {
        carried++;
        byte[] text = message.encodeAsBytes("udp");
        Quality link = links.getOrDefault(host(from), links.getOrDefault(host(to), quality));
        int copies = random.nextDouble() < link.loss() ? 0 : random.nextDouble() < link.duplication() ? 2 : 1;
        ladder.line(ladder.word(from) + " -> " + ladder.word(to) + " " + describe(message)
                + (copies == 1 ? "" : copies == 0 ? " (lost)" : " (twice)"));
        for (int copy = 0; copy < copies; copy++) {
            inFlight++;
            time.after(delay(link), () -> arrive(from, to, text));
        }
    }

    private Duration delay(Quality link) {
        long micros = link.shortest().toNanos() / 1_000
                + random.nextLong(link.jitter().toNanos() / 1_000 + 1);
        return Duration.ofNanos(
                1_000 * (random.nextDouble() < link.late() ? micros + random.nextLong(LATEST_MICROS) : micros));
    }

    private void arrive(String from, String to, byte[] text) {
        inFlight--;
        Consumer<SIPMessage> receiver = receivers.get(to);
        if (receiver != null) {
            receiver.accept(parsed(from, text));
        }
    }

    /** As the stack's own channel does it: where it came from is written into the message and its Via (RFC 3581). */
    private static SIPMessage parsed(String from, byte[] text) {
        try {
            SIPMessage message = new StringMsgParser().parseSIPMessage(text, true, false, null);
            int port = Integer.parseInt(from.substring(from.indexOf(':') + 1));
            message.setPeerPacketSourceAddress(InetAddress.getByName(host(from)));
            message.setPeerPacketSourcePort(port);
            if (message instanceof SIPRequest) {
                message.getTopmostVia().setReceived(host(from));
                message.getTopmostVia().setParameter("rport", Integer.toString(port));
            }
            return message;
        } catch (ParseException | UnknownHostException e) {
            throw new IllegalStateException(new String(text, StandardCharsets.UTF_8), e);
        }
    }

    private static String host(String address) {
        return address.substring(0, address.indexOf(':'));
    }

    private String describe(SIPMessage message) {
        String what = message instanceof SIPResponse response
                ? response.getStatusCode() + " " + response.getCSeq().getMethod()
                : ((SIPRequest) message).getMethod();
        return what + " " + message.getCSeq().getSeqNumber() + " "
                + ladder.dialog(message.getCallId().getCallId()) + media(message);
    }

    private static String media(SIPMessage message) {
        byte[] body = message.getRawContent();
        if (body == null || body.length == 0) {
            return "";
        }
        Sdp sdp = new Sdp(new String(body, StandardCharsets.UTF_8));
        return " [" + sdp.target() + " " + sdp.direction() + "]";
    }
}
