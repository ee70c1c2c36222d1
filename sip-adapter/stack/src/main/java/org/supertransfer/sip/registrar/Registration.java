package org.supertransfer.sip.registrar;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Set;
import javax.sip.InvalidArgumentException;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.UserAgentHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.supertransfer.sip.transport.Answers;
import org.supertransfer.sip.transport.Clean;
import org.supertransfer.sip.transport.SipFactories;
import org.supertransfer.sip.transport.Source;

/** One authenticated REGISTER (RFC 3261 section 10.3, steps 6 to 8): all of its changes are made, or none. */
final class Registration {
    static final int MIN_SECONDS = 60;
    static final int MAX_SECONDS = 3_600;
    private static final int MAX_CONTACTS = 10;

    private final Request register;
    private final String username;
    private final Bindings bindings;
    private final long now;
    private final HeaderFactory headers = SipFactories.get().header();
    private final List<Binding> added = new ArrayList<>();
    private final Set<String> removed = new HashSet<>();

    Registration(Request register, String username, Bindings bindings, long now) {
        this.register = register;
        this.username = username;
        this.bindings = bindings;
        this.now = now;
    }

    Response answer() {
        synchronized (bindings) {
            int status = read();
            if (status != Response.OK) {
                return refusal(status);
            }
            bindings.change(username, added, removed);
            return success();
        }
    }

    private int read() {
        List<ContactHeader> contacts = contacts();
        if (contacts.stream().anyMatch(ContactHeader::isWildCard)) {
            return readWildcard(contacts);
        }
        for (ContactHeader contact : contacts) {
            int status = readContact(contact);
            if (status != Response.OK) {
                return status;
            }
        }
        return isTooMany() ? Response.FORBIDDEN : Response.OK;
    }

    private List<ContactHeader> contacts() {
        List<ContactHeader> contacts = new ArrayList<>();
        for (ListIterator<?> each = register.getHeaders(ContactHeader.NAME); each.hasNext(); ) {
            contacts.add((ContactHeader) each.next());
        }
        return contacts;
    }

    private int readWildcard(List<ContactHeader> contacts) {
        if (contacts.size() != 1 || expiresHeader() != 0) {
            return Response.BAD_REQUEST;
        }
        for (Binding binding : bindings.of(username)) {
            if (binding.isNewerThan(callId(), cseq())) {
                return Response.SERVER_INTERNAL_ERROR;
            }
            removed.add(binding.key());
        }
        return Response.OK;
    }

    private int readContact(ContactHeader contact) {
        boolean byTls = Source.of(register).transport().equals("tls");
        if (!(contact.getAddress().getURI() instanceof SipURI uri) || uri.isSecure() && !byTls) {
            return Response.BAD_REQUEST;
        }
        int seconds = seconds(contact);
        if (seconds > 0 && seconds < MIN_SECONDS) {
            return Response.INTERVAL_TOO_BRIEF;
        }
        String key = uri.toString();
        if (bindings.of(username).stream()
                .anyMatch(known -> known.key().equals(key) && known.isNewerThan(callId(), cseq()))) {
            return Response.SERVER_INTERNAL_ERROR;
        }
        return seconds == 0 ? remove(key) : add(key, uri, Math.min(seconds, MAX_SECONDS));
    }

    private int remove(String key) {
        removed.add(key);
        return Response.OK;
    }

    private int add(String key, SipURI uri, int seconds) {
        try {
            SipURI reach = ContactFix.reach(uri, Source.of(register));
            added.add(new Binding(key, reach, now + seconds * 1_000L, callId(), cseq(), now, userAgent()));
            return Response.OK;
        } catch (ParseException e) {
            return Response.BAD_REQUEST;
        }
    }

    private boolean isTooMany() {
        Set<String> keys = new HashSet<>();
        bindings.of(username).forEach(binding -> keys.add(binding.key()));
        keys.removeAll(removed);
        added.forEach(binding -> keys.add(binding.key()));
        return keys.size() > MAX_CONTACTS;
    }

    /** The Contact's own parameter, else the Expires header, else our longest (RFC 3261 section 10.2.1.1). */
    private int seconds(ContactHeader contact) {
        int own = contact.getParameter("expires") == null ? -1 : contact.getExpires();
        int common = expiresHeader();
        return own >= 0 ? own : common >= 0 ? common : MAX_SECONDS;
    }

    /** -1 when there is none. */
    private int expiresHeader() {
        ExpiresHeader expires = register.getExpires();
        return expires == null ? -1 : expires.getExpires();
    }

    private String callId() {
        return ((CallIdHeader) register.getHeader(CallIdHeader.NAME)).getCallId();
    }

    private long cseq() {
        return ((CSeqHeader) register.getHeader(CSeqHeader.NAME)).getSeqNumber();
    }

    private String userAgent() {
        UserAgentHeader header = (UserAgentHeader) register.getHeader(UserAgentHeader.NAME);
        return header == null
                ? ""
                : Clean.text(header.toString().substring(header.getName().length() + 1));
    }

    private Response refusal(int status) {
        Response response = Answers.of(status, register);
        try {
            if (status == Response.INTERVAL_TOO_BRIEF) {
                response.addHeader(headers.createMinExpiresHeader(MIN_SECONDS));
            }
            return response;
        } catch (InvalidArgumentException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All contacts there are now, each as its phone wrote it. */
    private Response success() {
        Response response = Answers.of(Response.OK, register);
        try {
            for (Binding binding : bindings.of(username)) {
                ContactHeader contact = headers.createContactHeader(SipFactories.get()
                        .address()
                        .createAddress(SipFactories.get().address().createURI(binding.key())));
                contact.setExpires((int) Math.max(0, (binding.expiresAt() - now + 999) / 1_000));
                response.addHeader(contact);
            }
            return response;
        } catch (ParseException | InvalidArgumentException e) {
            throw new IllegalStateException(e);
        }
    }
}
