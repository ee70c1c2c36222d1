package org.supertransfer.settings;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.Map;

/** Reads the admin's choices. */
@Stateless
@PermitAll
public class SettingRows {
    @PersistenceContext
    EntityManager rows;

    /**
     * A choice.
     *
     * @param version grows with each choice
     */
    public record Chosen(String value, long version) {}

    /** Those that are made. */
    public Map<Tunable, Chosen> all() {
        Map<Tunable, Chosen> all = new EnumMap<>(Tunable.class);
        rows.createQuery("select s from SettingRecord s", SettingRecord.class)
                .getResultStream()
                .forEach(row -> Tunable.of(row.name)
                        .ifPresent(setting -> all.put(setting, new Chosen(row.chosen, row.version + 1))));
        return all;
    }
}
