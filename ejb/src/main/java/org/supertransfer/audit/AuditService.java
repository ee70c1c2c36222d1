package org.supertransfer.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the audit. */
@Stateless
@RolesAllowed("admin")
public class AuditService {
    private static final int PAGE = 50;

    @PersistenceContext
    EntityManager rows;

    public AuditView.Page page(AuditQuery query) {
        CriteriaBuilder builder = rows.getCriteriaBuilder();
        CriteriaQuery<AuditRecord> select = builder.createQuery(AuditRecord.class);
        Root<AuditRecord> row = select.from(AuditRecord.class);
        select.where(conditions(builder, row, query)).orderBy(builder.desc(row.get("id")));
        TypedQuery<AuditRecord> found =
                rows.createQuery(select).setFirstResult(query.page() * PAGE).setMaxResults(PAGE);
        List<AuditView> views = found.getResultStream().map(AuditService::view).toList();
        return new AuditView.Page(views, query.page(), count(query));
    }

    private long count(AuditQuery query) {
        CriteriaBuilder builder = rows.getCriteriaBuilder();
        CriteriaQuery<Long> count = builder.createQuery(Long.class);
        Root<AuditRecord> row = count.from(AuditRecord.class);
        count.select(builder.count(row)).where(conditions(builder, row, query));
        return rows.createQuery(count).getSingleResult();
    }

    private static Predicate[] conditions(CriteriaBuilder builder, Root<AuditRecord> row, AuditQuery query) {
        List<Predicate> all = new ArrayList<>();
        equal(all, builder, row, "actor", query.actor());
        equal(all, builder, row, "subject", query.subject());
        equal(all, builder, row, "thing", query.id());
        return all.toArray(Predicate[]::new);
    }

    @SuppressWarnings("TooManyParameters")
    private static void equal(
            List<Predicate> all,
            CriteriaBuilder builder,
            Root<AuditRecord> row,
            String column,
            @Nullable String value) {
        if (value != null) {
            all.add(builder.equal(row.get(column), value));
        }
    }

    private static AuditView view(AuditRecord row) {
        return new AuditView(
                row.at,
                row.actor,
                AuditAction.valueOf(row.action),
                row.subject,
                row.thing,
                row.beforeJson,
                row.afterJson);
    }
}
