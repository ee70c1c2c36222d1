package org.supertransfer.phones;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** A phone's binding with a registrar (RFC 3261 section 10.2), kept fresh until it is ended. */
public final class Registration {
    private static final Pattern EXPIRES = Pattern.compile(";\\s*expires=(\\d+)", Pattern.CASE_INSENSITIVE);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Phone phone;
    private final String registrar;
    private final String callId = Messages.random();
    private final String tag = Messages.random().substring(0, 10);
    private String domain = "supertransfer.local";
    private Duration wanted = Duration.ofMinutes(10);
    private long cseq;
    private long generation;
    private volatile boolean registered;

    Registration(Phone phone, String registrar) {
        this.phone = phone;
        this.registrar = registrar;
    }

    /** The domain of the address of record. */
    public Registration domain(String wantedDomain) {
        domain = wantedDomain;
        return this;
    }

    /** The expiry to ask for; the registrar decides. */
    public Registration expires(Duration expiry) {
        wanted = expiry;
        return this;
    }

    /** Registers and stays registered; tries again every 2 s when refused. Completes with the first final status. */
    public CompletableFuture<Integer> begin() {
        return post(wanted);
    }

    /** Takes the binding away. Completes with the final status. */
    public CompletableFuture<Integer> end() {
        return post(Duration.ZERO);
    }

    /** Forgets the binding without telling the registrar, as a phone without power. */
    public void vanish() {
        phone.network().after(Duration.ZERO, () -> {
            generation++;
            registered = false;
        });
    }

    /** Whether the last answer was 200 for a binding. */
    public boolean registered() {
        return registered;
    }

    private CompletableFuture<Integer> post(Duration expiry) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        phone.network().after(Duration.ZERO, () -> {
            generation++;
            send(expiry, result);
        });
        return result;
    }

    private void send(Duration expiry, CompletableFuture<Integer> result) {
        Request register = Messages.request(head(expiry));
        long mine = generation;
        Exchange.Owner owner = new Exchange.Owner() {
            @Override
            public void sent(Request request) {
                phone.saw(null, false, request);
            }

            @Override
            public void received(Response response) {
                phone.saw(null, true, response);
            }

            @Override
            public void last(Response response) {
                if (mine == generation) {
                    settled(expiry, response);
                }
                result.complete(response.getStatusCode());
            }
        };
        new Exchange(phone.network().wire(), register, owner)
                .proving(phone.habits().credentials, () -> ++cseq)
                .begin();
    }

    private void settled(Duration expiry, Response response) {
        registered = response.getStatusCode() == Response.OK && !expiry.isZero();
        Changes.happened();
        if (expiry.isZero()) {
            return;
        }
        Duration next = registered ? granted(response).multipliedBy(4).dividedBy(5) : RETRY;
        long mine = generation;
        phone.network().after(next, () -> {
            if (mine == generation) {
                send(expiry, new CompletableFuture<>());
            }
        });
    }

    /** What the registrar gave this contact (RFC 3261 section 10.3 step 8). */
    private Duration granted(Response response) {
        List<String> contacts = Messages.values(response, "Contact");
        String mine = contacts.stream()
                .filter(contact -> contact.contains(phone.uri()))
                .findFirst()
                .orElse("");
        Matcher matcher = EXPIRES.matcher(mine);
        if (matcher.find()) {
            return Duration.ofSeconds(Math.max(1, Long.parseLong(matcher.group(1))));
        }
        return Messages.values(response, "Expires").stream()
                .findFirst()
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(wanted);
    }

    private String head(Duration expiry) {
        String record = "<sip:" + phone.user() + "@" + domain + ">";
        return "REGISTER sip:" + registrar + " SIP/2.0\n"
                + Dialog.via(phone.network().wire())
                + "\nFrom: " + record + ";tag=" + tag + "\nTo: " + record + "\nCall-ID: " + callId
                + "\nCSeq: " + ++cseq + " REGISTER\nMax-Forwards: 70\nContact: <" + phone.uri() + ">\nExpires: "
                + expiry.toSeconds() + "\nUser-Agent: " + Phone.USER_AGENT;
    }
}
