package org.supertransfer.inbound;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.supertransfer.agent.Agents;
import org.supertransfer.agent.Availability;
import org.supertransfer.settings.Settings;

/** The inbound numbers in memory. */
@ApplicationScoped
public class InboundNumbers {
    private static final PhoneNumberUtil PLAN = PhoneNumberUtil.getInstance();

    @Inject
    private InboundRows rows;

    @Inject
    private Agents agents;

    @Inject
    private Settings settings;

    private volatile List<InboundNumber> all = List.of();
    private volatile Map<String, InboundNumber> byE164 = Map.of();

    /** Reads them again. */
    public void load() {
        all = rows.all();
        byE164 = all.stream().collect(Collectors.toMap(each -> e164(each.number()), each -> each, (one, two) -> one));
    }

    public List<InboundNumber> all() {
        return all;
    }

    /** By the number as it is written in the directory, or by any other way to dial it. */
    public Optional<InboundNumber> find(String number) {
        return all.stream()
                .filter(each -> each.number().equals(number))
                .findFirst()
                .or(() -> Optional.ofNullable(byE164.get(e164(number))));
    }

    /** In E.164, or the text itself where it has no such form. */
    private String e164(String number) {
        try {
            var parsed = PLAN.parse(number, settings.country());
            return PLAN.format(parsed, PhoneNumberUtil.PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            return number;
        }
    }

    /** The best that any of its agents can offer. */
    public Availability availability(InboundNumber number) {
        return number.agents().stream()
                .map(agents::availability)
                .min(Availability::compareTo)
                .orElse(Availability.OFFLINE);
    }
}
