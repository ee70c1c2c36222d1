package org.supertransfer.settings;

import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.supertransfer.store.RowChange;

/** What admins do to the rows of settings. Version 0 is that of a setting that nobody chose. */
public final class SettingChanges {
    private SettingChanges() {}

    public static RowChange choose(Tunable setting, String value, long version) {
        return rows -> {
            SettingRecord row = version == 0 ? fresh(rows, setting) : current(rows, setting, version);
            row.chosen = value;
        };
    }

    public static RowChange forget(Tunable setting, long version) {
        return rows -> rows.remove(current(rows, setting, version));
    }

    private static SettingRecord fresh(EntityManager rows, Tunable setting) {
        @Nullable SettingRecord there = rows.find(SettingRecord.class, setting.key());
        RowChange.one(there == null ? 1 : 0, "setting " + setting.key());
        SettingRecord row = new SettingRecord();
        row.name = setting.key();
        rows.persist(row);
        return row;
    }

    private static SettingRecord current(EntityManager rows, Tunable setting, long version) {
        return RowChange.current(
                rows.find(SettingRecord.class, setting.key()),
                row -> row.version + 1,
                version,
                "setting " + setting.key());
    }
}
