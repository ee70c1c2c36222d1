package org.supertransfer.problem;

import jakarta.ejb.ApplicationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request that is refused; nothing of it was kept. */
@ApplicationException(rollback = true)
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Refusal refusal;
    private final TreeMap<String, String> facts = new TreeMap<>();
    private final ArrayList<FieldError> errors = new ArrayList<>();

    /** @param detail one English sentence that says what is wrong and what to do */
    public Refused(Refusal refusal, String detail) {
        super(detail);
        this.refusal = refusal;
    }

    /** INVALID, with all that is wrong. */
    public static Refused invalid(List<FieldError> errors) {
        Refused refused = new Refused(
                Refusal.INVALID, errors.get(0).field() + ": " + errors.get(0).detail());
        refused.errors.addAll(errors);
        return refused;
    }

    /**
     * Adds something a program can act on, as a member of the problem document: {@code state} (the transfer's state,
     * with MOVE_REJECTED and STALE), {@code version} (the current one, with STALE).
     */
    public Refused with(String name, String value) {
        facts.put(name, value);
        return this;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What is wrong with which field; empty unless INVALID. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** What {@link #with} added. */
    public Map<String, String> facts() {
        return Map.copyOf(facts);
    }
}
