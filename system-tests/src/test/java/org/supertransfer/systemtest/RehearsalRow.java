package org.supertransfer.systemtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The rows of the contract's table of rehearsal numbers, and what follows for a transfer to each. */
public enum RehearsalRow {
    ANSWERS("0401000001", Target.ANSWERS, 60),
    BUSY("0401000002", Target.REFUSES, "busy", 0),
    RINGS_FOR_EVER("0401000003", Target.RINGS, "no-answer", 20),
    DECLINES("0401000004", Target.RINGS, "declined", 2),
    NOT_FOUND("0401000005", Target.REFUSES, "not-found", 0),
    /** Given up at the same deadline as one that rings: there is no other trunk to try. */
    NO_REPLY("0401000006", Target.REFUSES, "unreachable", 20),
    HANGS_UP("0401000007", Target.ANSWERS_BRIEFLY, 5),
    CUSTOMER_HANGS_UP("0401000008", Target.LOSES_THE_CUSTOMER, "transferee-hung-up", 3),
    SERVICE("0300123123", Target.ANSWERS, 0),
    PREMIUM("0600123123", Target.FORBIDDEN, 0),
    USER("1301", Target.ANSWERS, 0),
    ABSENT_USER("1302", Target.RINGS, "no-answer", 20);

    private enum Target {
        ANSWERS,
        ANSWERS_BRIEFLY,
        RINGS,
        REFUSES,
        LOSES_THE_CUSTOMER,
        FORBIDDEN
    }

    private final String number;
    private final Target target;
    private final String failure;
    private final Duration time;

    RehearsalRow(String number, Target target, int seconds) {
        this(number, target, "", seconds);
    }

    RehearsalRow(String number, Target target, String failure, int seconds) {
        this.number = number;
        this.target = target;
        this.failure = failure;
        this.time = Duration.ofSeconds(seconds);
    }

    public String number() {
        return number;
    }

    /** Whether it is called by the trunk. */
    public boolean outside() {
        return number.startsWith("0");
    }

    /** Whether agents may not call it: there is no transfer. */
    public boolean forbidden() {
        return target == Target.FORBIDDEN;
    }

    /** Whether its phone replies at all. */
    public boolean reached() {
        return this != NO_REPLY;
    }

    /** Whether the customer and the target are on the line together in the end. */
    public boolean joins(Method method) {
        return outcome(method).equals("COMPLETED");
    }

    /** Whether the transferor talks to it first. */
    public boolean consults(Method method) {
        return method == Method.CONSULT && answers();
    }

    /** How long it takes from the dialling to the failure, or from the answer until it hangs up; zero for at once or never. */
    public Duration time() {
        return time;
    }

    /** How a transfer to it ends. */
    public String outcome(Method method) {
        return switch (target) {
            case ANSWERS -> "COMPLETED";
            case ANSWERS_BRIEFLY -> method == Method.CONSULT ? "RETURNED" : "COMPLETED";
            case RINGS, REFUSES -> method == Method.BLIND ? "FELL_BACK" : "RETURNED";
            case LOSES_THE_CUSTOMER -> "ABANDONED";
            case FORBIDDEN -> "";
        };
    }

    /** Why it ends so, empty when the transfer succeeds. */
    public String reason(Method method) {
        return joins(method) ? "" : failure.isEmpty() ? "target-hung-up" : failure;
    }

    /** The messages that the transferor gets, in order. */
    public List<String> messages(Method method) {
        List<String> codes = new ArrayList<>(List.of("TRANSFER_STARTED"));
        if (method == Method.BLIND) {
            return codes;
        }
        if (rings()) {
            codes.add("TARGET_RINGING");
        }
        if (answers()) {
            codes.add("TARGET_ANSWERED");
        }
        codes.addAll(
                switch (outcome(method)) {
                    case "COMPLETED" -> List.of("TRANSFER_SUCCEEDED");
                    case "ABANDONED" -> List.of("TRANSFEREE_HUNG_UP");
                    default -> List.of(failureCode(), "RECONNECTING", "RETURNED");
                });
        return codes;
    }

    /** The message that says why the call returns. */
    public String failureCode() {
        return failure.equals("no-answer") ? "TARGET_NO_ANSWER" : "TRANSFER_FAILED";
    }

    /** The states the transfer goes through, in order. */
    public List<String> states(Method method) {
        List<String> states = new ArrayList<>();
        if (method == Method.BLIND) {
            states.add("UNATTENDED");
        } else {
            states.addAll(List.of("HOLDING", "DIALING"));
            if (rings()) {
                states.add("RINGING");
            }
            if (consults(method)) {
                states.add("CONSULTING");
            }
        }
        if (joins(method)) {
            states.add("CONNECTING");
        } else if (outcome(method).equals("RETURNED")) {
            states.add("RETRIEVING");
        }
        states.add(outcome(method));
        return states;
    }

    /** How the call ends on its phone when no transfer succeeds: a final status, or 200 for a BYE. */
    public int lastStatus() {
        return switch (this) {
            case BUSY -> 486;
            case DECLINES -> 603;
            case NOT_FOUND -> 404;
            case HANGS_UP -> 200;
            default -> 487;
        };
    }

    private boolean answers() {
        return target == Target.ANSWERS || target == Target.ANSWERS_BRIEFLY;
    }

    private boolean rings() {
        return answers() || target == Target.RINGS || target == Target.LOSES_THE_CUSTOMER;
    }
}
