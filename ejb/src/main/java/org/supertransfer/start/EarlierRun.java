package org.supertransfer.start;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends in the database what an earlier run left alive; its legs are gone already. Runs before anything new begins. */
@Stateless
@PermitAll
public class EarlierRun {
    private static final Logger LOG = LoggerFactory.getLogger(EarlierRun.class);

    @PersistenceContext
    EntityManager rows;

    @Inject
    private Clock clock;

    /** Closes live calls, legs and transfers with reason RESTART and empties the queues. */
    public void close() {
        int transfers = end("update TransferRecord t set t.state = 'FAILED', t.outcome = 'FAILED',"
                + " t.reason = 'restart', t.liveCallId = null, t.deadlineKind = null, t.deadlineAt = null,"
                + " t.endedAt = :now, t.version = t.version + 1 where t.endedAt is null");
        int calls = end("update CallRecord c set c.state = 'ENDED', c.reason = 'RESTART', c.endedAt = :now,"
                + " c.since = :now, c.version = c.version + 1 where c.endedAt is null");
        end("update LegRecord l set l.endKind = 'SHUTDOWN', l.endedAt = :now where l.endedAt is null");
        rows.createQuery("delete from WaitingRecord w").executeUpdate();
        if (calls > 0 || transfers > 0) {
            LOG.warn("closed {} calls and {} transfers of an earlier run, reason RESTART", calls, transfers);
        }
    }

    private int end(String statement) {
        return rows.createQuery(statement).setParameter("now", clock.instant()).executeUpdate();
    }
}
