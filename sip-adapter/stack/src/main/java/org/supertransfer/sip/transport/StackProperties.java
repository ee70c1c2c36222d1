package org.supertransfer.sip.transport;

import java.util.Properties;

/** The stack's settings: mostly limits that are infinite by default. */
final class StackProperties {
    /** The longest message, in bytes; what a phone sends is a tenth of it. */
    static final int MAX_MESSAGE_BYTES = 16_384;

    private static final String NIST = "gov.nist.javax.sip.";

    private StackProperties() {}

    static Properties named(String stackName) {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", stackName);
        // The dialogs are ours: the stack's own answer 481 to what they do not know, and cannot be rebuilt.
        properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
        properties.setProperty(NIST + "AUTOMATIC_DIALOG_ERROR_HANDLING", "false");
        properties.setProperty(NIST + "STACK_LOGGER", SystemStackLogger.class.getName());
        properties.setProperty(NIST + "SERVER_LOGGER", SilentServerLogger.class.getName());
        properties.setProperty(NIST + "REENTRANT_LISTENER", "true");
        properties.setProperty(NIST + "DELIVER_UNSOLICITED_NOTIFY", "true");
        limits(properties);
        connections(properties);
        return properties;
    }

    private static void limits(Properties properties) {
        // Any other value than the default -1 makes the UDP channels take from the queue; how many, the lanes say.
        properties.setProperty(NIST + "THREAD_POOL_SIZE", "16");
        properties.setProperty(NIST + "MAX_MESSAGE_SIZE", String.valueOf(MAX_MESSAGE_BYTES));
        properties.setProperty(NIST + "RECEIVE_UDP_BUFFER_SIZE", "4000000");
        properties.setProperty(NIST + "SEND_UDP_BUFFER_SIZE", "4000000");
        properties.setProperty(NIST + "MAX_LISTENER_RESPONSE_TIME", "8");
        properties.setProperty(NIST + "MAX_TX_LIFETIME_INVITE", "240");
        properties.setProperty(NIST + "MAX_TX_LIFETIME_NON_INVITE", "40");
        // The stack's own ageing watches one queue with a timer thread; the lanes age theirs.
        properties.setProperty(NIST + "CONGESTION_CONTROL_TIMEOUT", "0");
    }

    private static void connections(Properties properties) {
        properties.setProperty(NIST + "CONNECTION_TIMEOUT", "1000");
        properties.setProperty(NIST + "READ_TIMEOUT", "10000");
        properties.setProperty(NIST + "MAX_CONNECTIONS", "1000");
        // A trunk that takes no connection must not hold the thread of other calls until it does.
        properties.setProperty(NIST + "NIO_BLOCKING_MODE", "NONBLOCKING");
    }
}
