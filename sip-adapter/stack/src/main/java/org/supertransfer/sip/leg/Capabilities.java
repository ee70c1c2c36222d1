package org.supertransfer.sip.leg;

import java.util.List;
import javax.sip.header.AllowHeader;
import javax.sip.header.Header;
import javax.sip.header.OptionTag;
import javax.sip.header.RequireHeader;
import javax.sip.header.SupportedHeader;
import javax.sip.message.Message;

/** What a message says that its sender can do (RFC 3261 sections 20.5, 20.32 and 20.37), and what ours say of us. */
final class Capabilities {
    /** Provisional responses that arrive for sure (RFC 3262). */
    static final String RELIABLE = "100rel";

    /** Sessions that must be refreshed (RFC 4028). */
    static final String TIMER = "timer";

    private Capabilities() {}

    /** Whether the sender understands this extension; who requires it does. */
    static boolean supports(Message message, String tag) {
        return requires(message, tag) || lists(Parts.all(message, SupportedHeader.NAME), tag);
    }

    static boolean requires(Message message, String tag) {
        return lists(Parts.all(message, RequireHeader.NAME), tag);
    }

    private static boolean lists(List<Header> headers, String tag) {
        return headers.stream()
                .filter(OptionTag.class::isInstance)
                .anyMatch(header -> tag.equalsIgnoreCase(((OptionTag) header).getOptionTag()));
    }

    /** Whether the message lists the methods that its sender takes; one that does not says nothing of them. */
    static boolean listsMethods(Message message) {
        return message.getHeader(AllowHeader.NAME) != null;
    }

    static boolean allows(Message message, String method) {
        return Parts.all(message, AllowHeader.NAME).stream()
                .filter(AllowHeader.class::isInstance)
                .anyMatch(header -> method.equals(((AllowHeader) header).getMethod()));
    }
}
