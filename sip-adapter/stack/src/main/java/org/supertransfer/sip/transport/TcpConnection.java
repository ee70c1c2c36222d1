package org.supertransfer.sip.transport;

import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageProcessor;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection that was opened to us. The RI makes a buffer of whatever size a Content-Length asks for, before any of it
 * came, and the Error that this may bring ends the one thread that serves all connections.
 */
final class TcpConnection extends NioTcpMessageChannel {
    private static final Pattern CONTENT_LENGTH =
            Pattern.compile("\\n(?:content-length|l)[ \\t]*:[ \\t]*(\\d+)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_HEADER = 64;

    /** The end of what came before: a header may come in pieces. */
    private String tail = "";

    TcpConnection(NioTcpMessageProcessor processor, SocketChannel connection) throws IOException {
        super(processor, connection);
    }

    /** What this throws closes the connection. */
    @Override
    protected void addBytes(byte[] bytes) throws Exception {
        String seen = tail + new String(bytes, StandardCharsets.ISO_8859_1);
        Matcher length = CONTENT_LENGTH.matcher(seen);
        while (length.find()) {
            String digits = length.group(1);
            if (digits.length() > 5 || Integer.parseInt(digits) > StackProperties.MAX_MESSAGE_BYTES) {
                throw new IOException("a body of " + digits + " bytes");
            }
        }
        tail = seen.substring(Math.max(0, seen.length() - LONGEST_HEADER));
        try {
            super.addBytes(bytes);
        } catch (Error e) {
            throw new IOException(e);
        }
    }
}
