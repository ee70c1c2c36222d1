package org.supertransfer.problem;

import java.util.ArrayList;
import java.util.List;

/** What is found wrong with a request, all of it, so that somebody who fills in a form is told once. */
public final class Findings {
    private final List<FieldError> errors = new ArrayList<>();

    /** Notes an error unless all is well. */
    @SuppressWarnings("TooManyParameters")
    public Findings check(boolean well, String field, String code, String detail) {
        if (!well) {
            add(new FieldError(field, code, detail));
        }
        return this;
    }

    public void add(FieldError error) {
        errors.add(error);
    }

    /** Whether something is wrong with this field. */
    public boolean has(String field) {
        return errors.stream().anyMatch(error -> error.field().equals(field));
    }

    /** @throws Refused INVALID, when there is anything */
    public void refuse() {
        if (!errors.isEmpty()) {
            throw Refused.invalid(errors);
        }
    }
}
