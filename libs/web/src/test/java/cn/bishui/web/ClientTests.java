package cn.bishui.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTests {

    @Test
    void takesAnAddressOfIpv4AsItIs() {
        assertThat(Client.of("203.0.113.7")).isEqualTo(new Client("203.0.113.7", false));
        assertThat(Client.of("::ffff:203.0.113.7")).isEqualTo(Client.of("203.0.113.7"));
    }

    @Test
    void takesTheNetworkOfAHouseholdForIpv6() {
        assertThat(Client.of("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Client.of("2001:db8:1:2::99"))
                .isEqualTo(Client.of("[2001:db8:1:2::1]"))
                .isEqualTo(Client.of("2001:db8:1:2::1%eth0"))
                .isNotEqualTo(Client.of("2001:db8:1:3::99"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "0:0:0:0:0:0:0:1"})
    void knowsTheMachineItself(String address) {
        assertThat(Client.of(address).loopback()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "_hidden", "evil.example", "1.2.3.4.5", "12369"})
    void countsWhatIsNoAddressTogether(String address) {
        assertThat(Client.of(address).loopback()).isFalse();
        assertThat(Client.of(address).network()).doesNotContain("evil");
    }

    @Test
    void tellsNoAddressInWords() {
        assertThat(Client.of("203.0.113.7")).hasToString("Client[…]");
    }
}
