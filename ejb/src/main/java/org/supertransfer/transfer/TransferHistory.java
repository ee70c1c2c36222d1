package org.supertransfer.transfer;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads transfers from the database. */
@Stateless
@PermitAll
public class TransferHistory {
    private static final int PAGE = 50;

    @PersistenceContext
    EntityManager rows;

    /** A transfer as it was kept. */
    public record Kept(String transferor, TransferOrder order, TransferView view) {}

    public Optional<Kept> find(String id) {
        TransferRecord row = rows.find(TransferRecord.class, id);
        return Optional.ofNullable(row)
                .map(found -> new Kept(found.transferor, TransferViews.orderOf(found), TransferViews.of(found)));
    }

    public List<TransferView.Moment> timeline(String id) {
        return rows.createQuery(
                        "select l from TransferHistoryRecord l where l.id.transferId = :id order by l.id.seq",
                        TransferHistoryRecord.class)
                .setParameter("id", id)
                .getResultStream()
                .map(TransferViews::momentOf)
                .toList();
    }

    /** @param username whose transfers; null for everybody's */
    public TransferView.Page page(@Nullable String username, HistoryQuery query) {
        List<TransferView> found = list(username, query, query.page() * PAGE, PAGE);
        return new TransferView.Page(found, query.page(), count(username, query));
    }

    /** The newest, whatever page is asked for. */
    public List<TransferView> first(@Nullable String username, HistoryQuery query, int most) {
        return list(username, query, 0, most);
    }

    private List<TransferView> list(@Nullable String username, HistoryQuery query, int from, int most) {
        CriteriaBuilder builder = rows.getCriteriaBuilder();
        CriteriaQuery<TransferRecord> select = builder.createQuery(TransferRecord.class);
        Root<TransferRecord> row = select.from(TransferRecord.class);
        select.where(conditions(builder, row, username, query));
        select.orderBy(builder.desc(row.get("startedAt")), builder.desc(row.get("id")));
        return rows.createQuery(select)
                .setFirstResult(from)
                .setMaxResults(most)
                .getResultStream()
                .map(TransferViews::of)
                .toList();
    }

    private long count(@Nullable String username, HistoryQuery query) {
        CriteriaBuilder builder = rows.getCriteriaBuilder();
        CriteriaQuery<Long> count = builder.createQuery(Long.class);
        Root<TransferRecord> row = count.from(TransferRecord.class);
        count.select(builder.count(row)).where(conditions(builder, row, username, query));
        return rows.createQuery(count).getSingleResult();
    }

    private static Predicate[] conditions(
            CriteriaBuilder builder, Root<TransferRecord> row, @Nullable String username, HistoryQuery query) {
        List<Predicate> all = new ArrayList<>();
        if (username != null) {
            all.add(builder.equal(row.get("transferor"), username));
        }
        if (query.from() != null) {
            all.add(builder.greaterThanOrEqualTo(row.get("startedAt"), query.from()));
        }
        if (query.to() != null) {
            all.add(builder.lessThan(row.get("startedAt"), query.to()));
        }
        if (query.outcome() != null) {
            all.add(builder.equal(row.get("outcome"), query.outcome().name()));
        }
        if (query.target() != null) {
            all.add(builder.or(
                    like(builder, row, "targetName", query.target()),
                    like(builder, row, "targetNumber", query.target())));
        }
        return all.toArray(Predicate[]::new);
    }

    private static Predicate like(CriteriaBuilder builder, Root<TransferRecord> row, String column, String part) {
        String pattern = "%"
                + part.toLowerCase(Locale.ROOT)
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_") + "%";
        return builder.like(builder.lower(row.get(column)), pattern, '!');
    }
}
