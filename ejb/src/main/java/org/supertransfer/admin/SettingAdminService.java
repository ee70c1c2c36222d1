package org.supertransfer.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supertransfer.audit.Keeping;
import org.supertransfer.problem.FieldError;
import org.supertransfer.problem.Refused;
import org.supertransfer.settings.BadSetting;
import org.supertransfer.settings.LiveSettings;
import org.supertransfer.settings.SettingChanges;
import org.supertransfer.settings.SettingRows;
import org.supertransfer.settings.Tunable;

/** Deadlines and fallbacks; a change counts from the next time each of them is used. */
@Stateless
@RolesAllowed("admin")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SettingAdminService {
    @Inject
    private SettingRows rows;

    @Inject
    private LiveSettings settings;

    @Inject
    private Keeping keeping;

    public List<SettingCard> all() {
        Map<Tunable, SettingRows.Chosen> chosen = rows.all();
        return Arrays.stream(Tunable.values())
                .map(setting -> card(setting, chosen.get(setting)))
                .toList();
    }

    /** @throws Refused NOT_FOUND, INVALID, STALE */
    @SuppressWarnings("TooManyParameters")
    public SettingCard change(String by, String key, String value, long version) {
        return keeping.alone(() -> {
            SettingCard was = find(key);
            check(was.setting(), value);
            SettingCard card =
                    new SettingCard(was.setting(), value, LiveSettings.Source.ADMIN, was.most(), version + 1);
            keeping.write(
                    SettingChanges.choose(was.setting(), value, version),
                    keeping.audit().changed(by, was, card));
            settings.choose(was.setting(), value);
            return find(key);
        });
    }

    /**
     * Back to the environment's value; nothing happens when it is that already.
     *
     * @throws Refused NOT_FOUND; INVALID when it does not fit the others any more
     */
    public SettingCard reset(String by, String key) {
        return keeping.alone(() -> {
            SettingCard was = find(key);
            if (was.version() > 0) {
                check(was.setting(), null);
                keeping.write(
                        SettingChanges.forget(was.setting(), was.version()),
                        keeping.audit().deleted(by, was));
                settings.choose(was.setting(), null);
            }
            return find(key);
        });
    }

    private void check(Tunable setting, @Nullable String value) {
        try {
            settings.check(setting, value);
        } catch (BadSetting e) {
            String code = value != null && value.isBlank() ? "required" : setting.isSeconds() ? "range" : "format";
            throw Refused.invalid(List.of(new FieldError("value", code, String.valueOf(e.getMessage()))));
        }
    }

    private SettingCard find(String key) {
        return Keeping.there(
                all().stream().filter(card -> card.id().equals(key)).findFirst());
    }

    private SettingCard card(Tunable setting, SettingRows.@Nullable Chosen chosen) {
        return new SettingCard(
                setting,
                settings.value(setting),
                settings.source(setting),
                settings.most(setting),
                chosen == null ? 0 : chosen.version());
    }
}
