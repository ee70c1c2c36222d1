package org.supertransfer.sip.refer;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;
import javax.sip.header.HeaderAddress;
import javax.sip.header.Parameters;
import javax.sip.message.Request;
import org.supertransfer.sip.transport.Clean;

/**
 * Reads the Refer-To of a REFER (RFC 3515 section 2.1). Only a call to one address of ours can be asked for: no other
 * method, no other domain, no {@code sips:}, which we could not keep. Of the headers in the URI (RFC 3261 section 19.1.1)
 * Replaces alone is read; all others would let a phone write into our INVITE, and are left out (section 19.1.5).
 */
public final class ReferTo {
    static final int BAD = 400;
    static final int FORBIDDEN = 403;

    private final Collection<String> ourHosts;

    /** @param ourHosts what phones may write for our domain, in lower case */
    public ReferTo(Collection<String> ourHosts) {
        this.ourHosts = List.copyOf(ourHosts);
    }

    /** What this REFER asks for. */
    public Wanted read(Request refer) {
        List<HeaderAddress> targets = Headers.all(refer, "Refer-To").stream()
                .filter(HeaderAddress.class::isInstance)
                .map(HeaderAddress.class::cast)
                .toList();
        if (targets.size() != 1) {
            return new Wanted.Refused(BAD, "one Refer-To is wanted");
        }
        HeaderAddress target = targets.get(0);
        Optional<String> method = method(target);
        if (method.filter(name -> !name.equalsIgnoreCase(Request.INVITE)).isPresent()) {
            return new Wanted.Refused(BAD, "only an INVITE can be asked for");
        }
        return read(target.getAddress().getURI());
    }

    /** Without angle brackets the parameters are the header's (RFC 3261 section 20.10). */
    private static Optional<String> method(HeaderAddress target) {
        String inUri = target.getAddress().getURI() instanceof SipURI uri ? uri.getMethodParam() : null;
        String beside = target instanceof Parameters parameters ? parameters.getParameter("method") : null;
        return Optional.ofNullable(inUri).or(() -> Optional.ofNullable(beside));
    }

    private Wanted read(URI target) {
        if (target instanceof TelURL tel) {
            String digits = Clean.user(tel.getPhoneNumber());
            return number(tel.isGlobal() ? "+" + digits : digits);
        }
        if (!(target instanceof SipURI uri) || uri.isSecure()) {
            return new Wanted.Refused(FORBIDDEN, "only sip: and tel: lead anywhere from here");
        }
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        String replaces = uri.getHeader("Replaces");
        if (replaces != null) {
            return DialogName.ofReplaces(unescaped(replaces))
                    .<Wanted>map(Wanted.Replacing::new)
                    .orElseGet(() -> new Wanted.Refused(BAD, "Replaces names no dialog"));
        }
        return ourHosts.contains(host)
                ? number(user(uri))
                : new Wanted.Refused(FORBIDDEN, "addresses of other domains are not called");
    }

    private static Wanted number(String number) {
        return number.isEmpty() ? new Wanted.Refused(BAD, "Refer-To names nobody") : new Wanted.Number(number);
    }

    /** Without the parameters that a number may have in a user part (RFC 3261 section 19.1.6). */
    private static String user(SipURI uri) {
        String clean = Clean.user(unescaped(uri.getUser() == null ? "" : uri.getUser()));
        int parameters = clean.indexOf(';');
        return parameters < 0 ? clean : clean.substring(0, parameters);
    }

    /** Percent escapes (RFC 3261 section 19.1.2); a plus sign stands for itself. */
    private static String unescaped(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
