package org.supertransfer.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.supertransfer.agent.Role;
import org.supertransfer.billing.SampleTariffs;
import org.supertransfer.billing.Tariffs;
import org.supertransfer.number.NumberClass;
import org.supertransfer.number.NumberPolicy;
import org.supertransfer.number.PolicyRows;
import org.supertransfer.settings.LiveSettings;
import org.supertransfer.settings.SettingRows;
import org.supertransfer.settings.Tunable;

/** Puts in force what admins chose: at the start all of it, later what has just been changed. */
@ApplicationScoped
public class Opening {
    @Inject
    private NumberPolicy policy;

    @Inject
    private PolicyRows policies;

    @Inject
    private LiveSettings settings;

    @Inject
    private SettingRows choices;

    @Inject
    private Tariffs tariffs;

    @Inject
    private SampleTariffs samples;

    /** What was chosen in earlier runs. */
    public void open() {
        policy();
        if (settings.now().rehearsal()) {
            samples.seed();
        }
        tariffs.load();
        Map<Tunable, String> chosen = new EnumMap<>(Tunable.class);
        choices.all().forEach((setting, choice) -> chosen.put(setting, choice.value()));
        settings.load(chosen);
    }

    void policy() {
        Map<Role, Set<NumberClass>> allowed = new EnumMap<>(Role.class);
        policies.cards().forEach(card -> allowed.put(card.role(), Set.copyOf(card.classes())));
        policy.use(allowed);
    }
}
