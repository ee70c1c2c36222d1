package org.supertransfer.billing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/**
 * The bill of a month: the transfers that began in it, whose target outside has answered and left, and that cost something
 * or are charged separately.
 */
@Stateless
@RolesAllowed({"supervisor", "admin"})
public class BillingService {
    private static final String LINES = "select t.transferor, c.inboundNumber, t.numberClass, count(t),"
            + " sum(t.billedSeconds), sum(t.cost) from TransferRecord t, CallRecord c"
            + " where c.id = t.callId and t.startedAt >= :from and t.startedAt < :to"
            + " and t.billedSeconds is not null and (t.cost is not null or t.charged = true)"
            + " group by t.transferor, c.inboundNumber, t.numberClass"
            + " order by t.transferor, c.inboundNumber, t.numberClass";

    @PersistenceContext
    EntityManager rows;

    public BillingReport month(YearMonth month) {
        ZoneId zone = ZoneId.systemDefault();
        List<BillingReport.Line> lines = rows.createQuery(LINES, Object[].class)
                .setParameter("from", month.atDay(1).atStartOfDay(zone).toInstant())
                .setParameter(
                        "to", month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant())
                .getResultStream()
                .map(BillingService::line)
                .toList();
        return new BillingReport(month, zone, lines);
    }

    private static BillingReport.Line line(Object[] row) {
        BigDecimal cost = (BigDecimal) row[5];
        return new BillingReport.Line(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                ((Number) row[3]).longValue(),
                ((Number) row[4]).longValue(),
                cost == null ? BigDecimal.ZERO : cost);
    }
}
