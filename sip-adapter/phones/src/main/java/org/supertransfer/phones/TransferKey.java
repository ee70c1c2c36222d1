package org.supertransfer.phones;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sip.message.Request;

/** The transfer key of a phone in one call: REFER (RFC 3515), and what the NOTIFYs say of it. */
public final class TransferKey {
    private static final Pattern FRAGMENT = Pattern.compile("^SIP/2\\.0 ([1-6]\\d\\d) ");

    private final PhoneCall call;
    private final List<Integer> told = new CopyOnWriteArrayList<>();
    private volatile boolean pressed;

    TransferKey(PhoneCall call) {
        this.call = call;
    }

    /**
     * Asks to transfer the other side.
     *
     * @param referTo the header's value, for example {@code <sip:1203@127.0.0.1>}
     * @return completes with the final status
     */
    public CompletableFuture<Integer> press(String referTo) {
        return press(referTo, Map.of());
    }

    /** @param headers more headers of the REFER, by name */
    public CompletableFuture<Integer> press(String referTo, Map<String, String> headers) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        call.post(() -> {
            pressed = true;
            Request refer = call.dialog().request(Request.REFER);
            refer.addHeader(Messages.header("Refer-To", referTo));
            headers.forEach((name, value) -> refer.addHeader(Messages.header(name, value)));
            call.inDialog().exchange(refer, result);
        });
        return result;
    }

    /** Asks to connect the other side with that of another call of this phone (RFC 5589 section 7). */
    public CompletableFuture<Integer> pressWith(PhoneCall other) {
        return press("<sip:" + other.dialled() + "@" + SipWire.HOST + "?Replaces=" + replaces(other) + ">");
    }

    /** The dialog as its other side names it (RFC 3891): its own tag is the to-tag. */
    private static String replaces(PhoneCall other) {
        Dialog dialog = other.dialog();
        String name = dialog.callId + ";to-tag=" + dialog.knownTag() + ";from-tag=" + dialog.localTag;
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** The statuses that the phone was told of, oldest first. */
    public List<Integer> told() {
        return List.copyOf(told);
    }

    /** Takes a NOTIFY; false when this phone has asked for nothing. */
    boolean takes(Request notify) {
        byte[] body = notify.getRawContent();
        Matcher status = FRAGMENT.matcher(body == null ? "" : new String(body, StandardCharsets.UTF_8));
        if (pressed && status.find()) {
            told.add(Integer.valueOf(status.group(1)));
        }
        return pressed;
    }
}
