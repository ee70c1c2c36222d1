package org.supertransfer.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supertransfer.agent.Caller;
import org.supertransfer.agent.Role;
import org.supertransfer.settings.BlindFallback;
import org.supertransfer.settings.Deadlines;
import org.supertransfer.settings.LiveSettings;
import org.supertransfer.settings.Settings;

class NumberServiceTest {
    private static final Caller ALICE = new Caller("alice", Set.of(Role.AGENT));
    private static final Caller SUPERVISOR = new Caller("sam", Set.of(Role.AGENT, Role.SUPERVISOR));
    private static final Caller NOBODY = new Caller("nobody", Set.of());

    private static final Duration LONG = Duration.ofMinutes(1);

    private final NumberService service = new NumberService();
    private final NumberPolicy policy = new NumberPolicy();
    private final Map<String, Price> prices = new HashMap<>();
    private String whomToAsk = "";

    @BeforeEach
    void house() {
        service.plan = new NumberPlan("FI");
        service.own = Set.of("1201", "0201234500", "112")::contains;
        service.policy = policy;
        service.prices = number -> Optional.ofNullable(prices.get(number));
        service.settings = new LiveSettings() {
            @Override
            public Settings now() {
                return new Settings(
                        new Deadlines(LONG, LONG, LONG, LONG, LONG),
                        LONG,
                        BlindFallback.QUEUE,
                        "FI",
                        null,
                        "supertransfer.local",
                        false,
                        whomToAsk);
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "0600123123,       PREMIUM,   true,  false, premium-not-allowed",
        "+358112,          EMERGENCY, false, true,",
        "0112,             EMERGENCY, false, true,",
        "112,              EMERGENCY, false, true,",
        "0800 123 123,     FREE,      false, true,",
        "abc,              INVALID,   false, false, number-invalid",
        "0300123123,       SERVICE,   true,  true,",
        "+358 40 100-0002, MOBILE,    false, true,",
        "010 123 4567,     DOMESTIC,  false, true,",
        "+46 8 123 456,    FOREIGN,   false, false, foreign-not-allowed",
        "1201,             INTERNAL,  false, true,",
        "0201234500,       INTERNAL,  false, true,"
    })
    void agent_mayTransferWhereThePolicySays(
            String text, NumberClass numberClass, boolean charged, boolean allowed, String reason) {
        NumberView view = service.look(ALICE, text);
        assertThat(view.numberClass()).isEqualTo(numberClass);
        assertThat(view.chargedSeparately()).isEqualTo(charged);
        assertThat(view.allowed()).isEqualTo(allowed);
        assertThat(view.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0201234500",
                "+358201234500",
                "00358 20 123 4500",
                "020 123 4500",
                "tel:+358-20-1234500",
                "358201234500"
            })
    void ownNumber_isInternalInAnySpelling(String text) {
        NumberView view = service.look(ALICE, text);
        assertThat(view.numberClass()).isEqualTo(NumberClass.INTERNAL);
        assertThat(view.e164()).isEqualTo("+358201234500");
        assertThat(view.display()).isEqualTo("020 123 4500");
    }

    @Test
    void chosenPolicy_takesThePlaceOfTheFirst() {
        policy.use(Map.of(Role.AGENT, Set.of(NumberClass.PREMIUM)));
        assertThat(service.look(ALICE, "0600123123").allowed()).isTrue();
        assertThat(service.look(ALICE, "0401000001").reason()).isEqualTo("mobile-not-allowed");
    }

    @Test
    void help_isNeverForbidden_andNonsenseNeverAllowed() {
        policy.use(Map.of(Role.AGENT, Set.of(NumberClass.INVALID)));
        assertThat(service.look(ALICE, "112").allowed()).isTrue();
        assertThat(service.look(ALICE, "abc").allowed()).isFalse();
    }

    @Test
    void whomToAsk_isSaidWithWhatIsNotAllowed() {
        assertThat(service.look(ALICE, "0600123123").whomToAsk()).isNull();
        whomToAsk = "Ask Sanna, 1291";
        assertThat(service.look(ALICE, "0600123123").whomToAsk()).isEqualTo("Ask Sanna, 1291");
        assertThat(service.look(ALICE, "0401000001").whomToAsk()).isNull();
        assertThat(service.look(ALICE, "abc").whomToAsk()).isNull();
    }

    @Test
    void price_isKnownByTheNumberOutside() {
        prices.put("+358300123123", new Price(new BigDecimal("0.0835"), BigDecimal.ZERO));
        prices.put("+358201234500", new Price(BigDecimal.ONE, BigDecimal.ONE));
        prices.put("112", new Price(BigDecimal.ONE, BigDecimal.ZERO));
        assertThat(service.look(ALICE, "0300 123 123").pricePerMinute()).isEqualTo("0.0835");
        assertThat(service.look(ALICE, "0300 123 124").pricePerMinute()).isNull();
        assertThat(service.look(ALICE, "0201234500").pricePerMinute()).isNull();
        assertThat(service.look(ALICE, "0201234500").pricePerCall()).isNull();
        assertThat(service.look(ALICE, "112").pricePerMinute()).isNull();
    }

    @Test
    void price_isThatOfTheCallToo() {
        prices.put("+358300123123", new Price(new BigDecimal("0.0835"), new BigDecimal("0.05")));
        assertThat(service.look(ALICE, "0300 123 123").pricePerCall()).isEqualTo("0.05");
        assertThat(service.look(ALICE, "0300 123 124").pricePerCall()).isNull();
    }

    @Test
    void extension_isItself() {
        assertThat(service.look(ALICE, "sip:1201@example.com").e164()).isEqualTo("1201");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0600123123", "+46 8 123 456"})
    void supervisor_mayTransferWhereAgentsMayNot(String text) {
        assertThat(service.look(SUPERVISOR, text).allowed()).isTrue();
        assertThat(service.look(SUPERVISOR, text).reason()).isNull();
    }

    @Test
    void callerWithoutARole_mayNothing() {
        assertThat(service.look(NOBODY, "0401000001").allowed()).isFalse();
    }

    @Test
    void invalid_isNobodysRight() {
        NumberView view = service.look(SUPERVISOR, "abc");
        assertThat(view.allowed()).isFalse();
        assertThat(view.e164()).isNull();
        assertThat(view.display()).isEqualTo("abc");
    }
}
