package org.supertransfer.sip.leg;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;

/**
 * When a dialog is refreshed and when it is given up (RFC 4028). We refresh every leg to learn whether its party is still
 * there, as often as {@link Timing} says; a session interval that was agreed with the party makes it more often, and ends
 * the leg when neither side has refreshed in time.
 */
final class SessionTimer {
    private static final String EXPIRES = "Session-Expires";
    private static final String LEAST = "Min-SE";
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9})(\\s*;.*)?", Pattern.DOTALL);
    private static final Duration EARLIER = Duration.ofSeconds(32);

    private final Talk talk;
    private Duration wanted;
    private Duration least;
    private @Nullable Duration agreed;
    private boolean ours = true;
    private @Nullable Timer refresh;
    private @Nullable Timer expiry;

    SessionTimer(Talk talk) {
        this.talk = talk;
        this.wanted = timing().session();
        this.least = timing().leastSession();
    }

    private Timing timing() {
        return talk.leg().call().timing();
    }

    /** Asks for a session interval in the first INVITE of a call. */
    static void propose(Request invite, Duration interval, Duration least) {
        invite.setHeader(Parts.header(EXPIRES, interval.toSeconds() + ";refresher=uac"));
        invite.setHeader(Parts.header(LEAST, Long.toString(least.toSeconds())));
    }

    /** Asks for the session interval again, and for the same side to refresh, in an INVITE or UPDATE of ours. */
    void propose(Request request) {
        propose(request, wanted, least);
        request.setHeader(Parts.header(EXPIRES, wanted.toSeconds() + ";refresher=" + (ours ? "uac" : "uas")));
    }

    /** What a 422 asks for at least (section 6); empty when it does not say, or asks for nothing more than we offered. */
    static Optional<Duration> raised(Request refused, Response tooSmall) {
        Optional<Duration> asked = seconds(tooSmall, LEAST);
        Duration before = seconds(refused, EXPIRES).orElse(Duration.ZERO);
        return tooSmall.getStatusCode() == 422 ? asked.filter(more -> more.compareTo(before) > 0) : Optional.empty();
    }

    /** A 422 to a request of ours; true when it is worth sending again. */
    boolean raise(Request refused, Response tooSmall) {
        Optional<Duration> more = raised(refused, tooSmall);
        more.ifPresent(interval -> {
            wanted = interval;
            least = interval;
        });
        return more.isPresent();
    }

    /** Whether a request of the party asks for a shorter interval than we bear (section 9). */
    static boolean tooSmall(Request request, Timing timing) {
        return Capabilities.supports(request, Capabilities.TIMER)
                && seconds(request, EXPIRES)
                        .filter(asked -> asked.compareTo(timing.leastSession()) < 0)
                        .isPresent();
    }

    /** Makes a 422 complete. */
    static Response tooSmall(Response refusal, Timing timing) {
        refusal.setHeader(
                Parts.header(LEAST, Long.toString(timing.leastSession().toSeconds())));
        return refusal;
    }

    /** The party accepted a request of ours: what it says of the session holds from now on (section 7.2). */
    void agreed(Response ok) {
        Optional<Duration> interval = seconds(ok, EXPIRES);
        agreed = interval.orElse(null);
        interval.ifPresent(seconds -> wanted = seconds);
        ours = interval.isEmpty() || !"uas".equals(refresher(ok));
        restart();
    }

    /** Writes into a 2xx of ours what holds from now on (section 9). */
    void agree(Request request, Response ok) {
        boolean able = Capabilities.supports(request, Capabilities.TIMER);
        Optional<Duration> asked = seconds(request, EXPIRES);
        seconds(request, LEAST).filter(more -> more.compareTo(least) > 0).ifPresent(more -> least = more);
        agreed = asked.isPresent() ? longer(asked.get(), least) : able ? longer(wanted, least) : null;
        ours = !(able && "uac".equals(refresher(request)));
        if (agreed != null) {
            wanted = agreed;
            ok.setHeader(Parts.header(EXPIRES, agreed.toSeconds() + ";refresher=" + (ours ? "uas" : "uac")));
            if (able) {
                ok.addHeader(Parts.header("Require", Capabilities.TIMER));
            }
        }
        restart();
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    /** The session was refreshed just now. */
    void restart() {
        Timer.cancel(expiry);
        Duration interval = agreed;
        if (interval != null && talk.alive()) {
            Duration third = interval.dividedBy(3);
            Duration before = third.compareTo(EARLIER) < 0 ? third : EARLIER;
            expiry = talk.lane().after(interval.minus(before), talk::silent);
        }
        refreshIn(pause());
    }

    /** While we hold the party it is asked more often; whoever refreshes by agreement does so at half-time (section 7.2). */
    private Duration pause() {
        Timing timing = timing();
        Duration own = talk.leg().media().held() ? timing.refreshHeld() : timing.refresh();
        return agreed != null && ours && agreed.dividedBy(2).compareTo(own) < 0 ? agreed.dividedBy(2) : own;
    }

    private void refreshIn(Duration pause) {
        Timer.cancel(refresh);
        if (talk.alive()) {
            refresh = talk.lane().after(pause, this::refreshNow);
        }
    }

    /** Again before the session expires, should this one come to nothing. */
    private void refreshNow() {
        refreshIn(agreed == null ? pause() : pause().dividedBy(4));
        if (talk.gate().holder() == Gate.Holder.NOBODY) {
            talk.leg().call().operations().addIfIdle(new Refresh(talk.leg()));
        }
    }

    void close() {
        Timer.cancel(refresh);
        Timer.cancel(expiry);
    }

    private static Optional<Duration> seconds(Message message, String name) {
        return Parts.value(message, name)
                .map(SECONDS::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Duration.ofSeconds(Long.parseLong(matcher.group(1))));
    }

    private static String refresher(Message message) {
        String value = Parts.value(message, EXPIRES).orElse("");
        Matcher matcher = Pattern.compile("(?i);\\s*refresher\\s*=\\s*(\\w+)").matcher(value);
        return matcher.find() ? matcher.group(1).toLowerCase(java.util.Locale.ROOT) : "";
    }
}
