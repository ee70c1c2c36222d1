package org.supertransfer.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supertransfer.sip.transport.SipEndpoint;

class AdapterSettingsTest {
    @Test
    void nothingSet_defaults() {
        AdapterSettings settings = AdapterSettings.of(Map.of());
        assertThat(settings.endpoint().host()).isEqualTo("127.0.0.1");
        assertThat(settings.endpoint().port()).isEqualTo(5060);
        assertThat(settings.endpoint().publicHost()).isEqualTo("127.0.0.1");
        assertThat(settings.domain()).isEqualTo("supertransfer.local");
        assertThat(settings.trunks()).isEmpty();
        assertThat(settings.trunkAllow()).isEmpty();
        assertThat(settings.trunkUser()).isNull();
        assertThat(settings.signalling()).hasSeconds(15);
    }

    @Test
    void severalTrunks_keptInOrderAndAllowedByTheirHosts() {
        AdapterSettings settings = AdapterSettings.of(
                Map.of("ST_TRUNK", "sip:10.0.0.1:5070;transport=tcp, sip:trunk.example , sip:10.0.0.1"));
        assertThat(settings.trunks())
                .containsExactly(
                        new TrunkPeer("10.0.0.1", 5070, "tcp"),
                        new TrunkPeer("trunk.example", 0, ""),
                        new TrunkPeer("10.0.0.1", 5060, "udp"));
        assertThat(settings.trunkAllow()).containsExactly("10.0.0.1", "trunk.example");
    }

    @Test
    void allowList_goesBeforeTheTrunksHosts() {
        Map<String, String> values = Map.of("ST_TRUNK", "sip:10.0.0.1", "ST_TRUNK_ALLOW", "10.0.0.2,10.0.0.3:5062");
        assertThat(AdapterSettings.of(values).trunkAllow()).isEqualTo(List.of("10.0.0.2", "10.0.0.3:5062"));
    }

    @Test
    void publicAddressUnset_isTheAddress() {
        assertThat(AdapterSettings.of(Map.of("ST_SIP_ADDRESS", "10.1.2.3"))
                        .endpoint()
                        .publicHost())
                .isEqualTo("10.1.2.3");
    }

    @Test
    void ipv6_bracketedWhereItIsAdvertised() {
        AdapterSettings settings = AdapterSettings.of(Map.of(
                "ST_SIP_ADDRESS", "2001:db8::7",
                "ST_SIP_PUBLIC_ADDRESS", "2001:db8::8",
                "ST_TRUNK", "sip:[2001:db8::9]:5070;transport=tcp",
                "ST_TRUNK_ALLOW", "[2001:db8::9], [2001:db8::a]:5060"));
        assertThat(settings.endpoint()).isEqualTo(new SipEndpoint("2001:db8::7", 5060, "[2001:db8::8]"));
        assertThat(settings.trunks()).containsExactly(new TrunkPeer("[2001:db8::9]", 5070, "tcp"));
        assertThat(AdapterSettings.of(Map.of("ST_SIP_ADDRESS", "[::1]")).endpoint())
                .isEqualTo(new SipEndpoint("::1", 5060, "[::1]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ST_SIP_ADDRESS        | 0.0.0.0
            ST_SIP_ADDRESS        | localhost
            ST_SIP_ADDRESS        | ::
            ST_SIP_ADDRESS        | 1::2::3
            ST_SIP_ADDRESS        | 300.1.1.1
            ST_SIP_PORT           | 0
            ST_SIP_PORT           | 65536
            ST_SIP_PORT           | sip
            ST_SIP_TLS_PORT       | 0
            ST_SIP_TLS_PORT       | on
            ST_SIP_PUBLIC_ADDRESS | a b
            ST_SIP_DOMAIN         | -
            ST_TRUNK              | 10.0.0.1
            ST_TRUNK              | sip:10.0.0.1;transport=sctp
            ST_TRUNK              | sip:10.0.0.1:70000
            ST_TRUNK_ALLOW        | 10.0.0.1/24
            ST_SIGNALLING_SECONDS | 0
            ST_RING_SECONDS       | 219
            ST_QUEUE_SECONDS      | 200
            ST_QUEUE_SECONDS      | soon
            """)
    void unusable_namesVariableValueAndWhatIsAllowed(String variable, String value) {
        assertThatThrownBy(() -> AdapterSettings.of(Map.of(variable, value)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining(variable + "=" + value)
                .hasMessageContaining("allowed: ");
    }

    @Test
    void queueAndRingTogetherTooLong_refused() {
        Map<String, String> values = new HashMap<>(Map.of("ST_RING_SECONDS", "60", "ST_QUEUE_SECONDS", "159"));
        assertThat(AdapterSettings.of(values).endpoint().port()).isEqualTo(5060);
        values.put("ST_QUEUE_SECONDS", "160");
        assertThatThrownBy(() -> AdapterSettings.of(values)).hasMessageContaining("ST_QUEUE_SECONDS=160");
    }

    @Test
    void userWithoutPassword_refusedWithoutSayingTheOther() {
        assertThatThrownBy(() -> AdapterSettings.of(Map.of("ST_TRUNK_PASSWORD", "hush")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("ST_TRUNK_USER")
                .hasMessageNotContaining("hush");
    }
}
