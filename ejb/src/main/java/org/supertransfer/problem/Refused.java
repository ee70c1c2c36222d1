package org.supertransfer.problem;

import jakarta.ejb.ApplicationException;

/** A request that is refused; nothing of it was kept. */
@ApplicationException(rollback = true)
public class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Refusal refusal;

    /** @param detail one English sentence that says what is wrong and what to do */
    public Refused(Refusal refusal, String detail) {
        super(detail);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
