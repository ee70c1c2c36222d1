package org.supertransfer.billing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.supertransfer.audit.Keeping;
import org.supertransfer.problem.Findings;
import org.supertransfer.problem.Refused;
import org.supertransfer.store.RowChange;

/** The tariffs. A transfer that has begun keeps the price that it began with. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TariffService {
    @Inject
    private TariffRows rows;

    @Inject
    private Tariffs tariffs;

    @Inject
    private Keeping keeping;

    public List<TariffCard> all() {
        return rows.cards();
    }

    /** @throws Refused INVALID */
    public TariffCard create(String by, TariffCard card) {
        return keeping.alone(() -> {
            check(card, find(card.prefix()).isEmpty());
            keeping.write(TariffRows.insert(card), keeping.audit().created(by, card));
            return known(card.prefix());
        });
    }

    /** @throws Refused NOT_FOUND, INVALID, STALE */
    public TariffCard change(String by, TariffCard card) {
        return keeping.alone(() -> {
            TariffCard was = Keeping.there(find(card.prefix()));
            check(card, true);
            keeping.write(TariffRows.update(card), keeping.audit().changed(by, was, card));
            return known(card.prefix());
        });
    }

    /** @throws Refused NOT_FOUND */
    public void delete(String by, String prefix) {
        keeping.alone(() -> {
            TariffCard was = Keeping.there(find(prefix));
            keeping.write(TariffRows.delete(was), keeping.audit().deleted(by, was));
            tariffs.load();
            return was;
        });
    }

    /** All of them as CSV (RFC 4180). */
    public String export() {
        return TariffFile.write(rows.cards());
    }

    /**
     * From now on the tariffs of this file and no others.
     *
     * @param csv as {@link #export} gives it
     * @throws Refused INVALID, with every bad line; then nothing is imported
     */
    public List<TariffCard> replace(String by, String csv) {
        Map<String, TariffCard> wanted = TariffFile.read(csv);
        return keeping.alone(() -> {
            List<RowChange> changes = new ArrayList<>();
            Map<String, TariffCard> there = new TreeMap<>();
            rows.cards().forEach(card -> there.put(card.prefix(), card));
            wanted.values().forEach(card -> changes.addAll(imported(by, there.remove(card.prefix()), card)));
            there.values().forEach(gone -> {
                changes.add(TariffRows.delete(gone));
                changes.add(keeping.audit().imported(by, gone, null));
            });
            keeping.write(changes);
            tariffs.load();
            return rows.cards();
        });
    }

    private List<RowChange> imported(String by, @Nullable TariffCard was, TariffCard card) {
        if (was == null) {
            return List.of(TariffRows.insert(card), keeping.audit().imported(by, null, card));
        }
        if (was.says(card)) {
            return List.of();
        }
        TariffCard next =
                new TariffCard(card.prefix(), card.name(), card.pricePerMinute(), card.pricePerCall(), was.version());
        return List.of(TariffRows.update(next), keeping.audit().imported(by, was, next));
    }

    private static void check(TariffCard card, boolean free) {
        Findings findings = new Findings();
        TariffForms.check(findings, card);
        findings.check(free, "prefix", "taken", "There is a tariff of this prefix already.");
        findings.refuse();
    }

    private Optional<TariffCard> find(String prefix) {
        return rows.cards().stream()
                .filter(card -> card.prefix().equals(prefix))
                .findFirst();
    }

    private TariffCard known(String prefix) {
        tariffs.load();
        return Keeping.there(find(prefix));
    }
}
