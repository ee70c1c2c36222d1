package org.supertransfer.sip.refer;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import javax.sip.header.Header;
import javax.sip.message.Message;

/** Looks for headers by name. */
final class Headers {
    private Headers() {}

    /** All of this name, in their order. */
    static List<Header> all(Message message, String name) {
        List<Header> found = new ArrayList<>();
        ListIterator<?> headers = message.getHeaders(name);
        while (headers != null && headers.hasNext()) {
            found.add((Header) headers.next());
        }
        return found;
    }

    /** What stands behind the name and the colon. */
    static String value(Header header) {
        String text = header.toString();
        return text.substring(text.indexOf(':') + 1).strip();
    }
}
