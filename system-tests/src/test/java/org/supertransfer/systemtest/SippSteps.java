package org.supertransfer.systemtest;

import java.util.Set;
import java.util.TreeSet;

/** The steps of a {@link SippScript} as SIPp's XML, with the labels and variables that they use. */
final class SippSteps {
    private static final String PATIENCE = "timeout=\"25000\"";

    private final StringBuilder xml = new StringBuilder();
    private final Set<String> variables = new TreeSet<>();
    private int labels;

    /** A request (by its method) or a response (by its status); jumps to {@code next} when it is there. */
    void may(String what, String next) {
        String jump = next.isEmpty() ? "" : " next=\"" + next + "\"";
        add("<recv %s optional=\"true\"%s/>".formatted(attribute(what), jump));
    }

    /**
     * Waits for it.
     *
     * @param more attributes, a {@code timeout} in place of the usual one among them
     * @param actions what is done with it
     */
    void must(String what, String more, String actions) {
        String patience = more.contains("timeout=") ? "" : PATIENCE;
        String open = "<recv %s %s %s".formatted(attribute(what), patience, more);
        add(actions.isEmpty() ? open + "/>" : open + "><action>\n" + actions + "</action></recv>");
    }

    /** @param more attributes: {@code retrans} for what is repeated until the next thing has come, {@code next} */
    void send(String message, String more) {
        add("<send %s><![CDATA[\n%s\n]]></send>".formatted(more, message));
    }

    void pause(int millis) {
        add("<pause milliseconds=\"%d\"/>".formatted(millis));
    }

    void jump(String label) {
        add("<nop next=\"%s\"/>".formatted(label));
    }

    /** Where jumps of this name lead to. */
    void here(String label) {
        add("<label id=\"%s\"/>".formatted(label));
    }

    /** A name that no other label has. */
    String label() {
        return "l" + labels++;
    }

    /** Keeps a header. */
    String note(String variable, String header) {
        variables.add(variable);
        return "<ereg regexp=\".*\" search_in=\"hdr\" header=\"%s:\" assign_to=\"%s\"/>\n".formatted(header, variable);
    }

    /** Keeps the tag of From or To. */
    String tag(String variable, String header) {
        variables.add("tagged");
        variables.add(variable);
        return "<ereg regexp=\"tag=([^;]+)\" search_in=\"hdr\" header=\"%s:\" assign_to=\"tagged,%s\"/>\n"
                .formatted(header, variable);
    }

    /** Fails the scenario unless the message has this. */
    String check(String pattern) {
        return found(pattern, "seen" + variables.size(), " check_it=\"true\"");
    }

    /** Sets the variable if the message has this. */
    String found(String pattern, String variable) {
        return found(pattern, variable, "");
    }

    private String found(String pattern, String variable, String more) {
        variables.add(variable);
        String text = pattern.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return "<ereg regexp=\"%s\" search_in=\"msg\"%s assign_to=\"%s\"/>\n".formatted(text, more, variable);
    }

    /** Sets the variable if the request proves this user, by a digest that SIPp computes too. */
    String proof(String variable, String user, String password) {
        variables.add(variable);
        return "<verifyauth assign_to=\"%s\" username=\"%s\" password=\"%s\"/>\n".formatted(variable, user, password);
    }

    /** The scenario as SIPp reads it. */
    String xml(String name) {
        String reference =
                variables.isEmpty() ? "" : "<Reference variables=\"%s\"/>\n".formatted(String.join(",", variables));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE scenario SYSTEM "sipp.dtd">
                <scenario name="%s">
                %s%s</scenario>
                """
                .formatted(name, xml, reference);
    }

    private void add(String step) {
        xml.append(step).append('\n');
    }

    private static String attribute(String what) {
        return Character.isDigit(what.charAt(0)) ? "response=\"" + what + "\"" : "request=\"" + what + "\"";
    }
}
