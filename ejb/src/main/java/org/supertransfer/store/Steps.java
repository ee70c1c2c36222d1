package org.supertransfer.store;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** One step is one transaction, committed when {@link #write} returns. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Steps {
    @PersistenceContext
    private EntityManager rows;

    /** Applies all changes or none. */
    public void write(List<RowChange> changes) {
        changes.forEach(change -> change.apply(rows));
        rows.flush();
    }
}
