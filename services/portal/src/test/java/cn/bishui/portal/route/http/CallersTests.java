package cn.bishui.portal.route.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cn.bishui.portal.PortalSettings;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallersTests {

    private static Callers trusting(String... networks) {
        URI here = URI.create("http://localhost:8080");
        return new Callers(new PortalSettings(here, here, here, "", Map.of(), Arrays.asList(networks)));
    }

    private static String caller(Callers callers, String peer, String... forwardedFor) {
        return callers.of(InetAddress.ofLiteral(peer), List.of(forwardedFor));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9 | 198.51.100.1 | 203.0.113.9 | a stranger's header is nothing",
                "10.244.0.7 | 198.51.100.1 | 198.51.100.1 | the proxy says who asked it",
                "10.244.0.7 | 1.2.3.4, 198.51.100.1 | 198.51.100.1 | what stands before was made up",
                "10.244.0.7 | 1.2.3.4, 198.51.100.1, 10.244.3.4 | 198.51.100.1 | a proxy behind a proxy",
                "10.244.0.7 | 1.2.3.4, nonsense | 10.244.0.7 | nothing is read beyond what is no address",
                "10.244.0.7 | 10.244.9.9 | 10.244.9.9 | only proxies have touched it",
                "fd00::7 | 2001:db8::5 | 2001:db8:0:0:0:0:0:5 | the same with the longer addresses",
            })
    void isWhoeverTheLastTrustedProxyWasAskedBy(String peer, String header, String caller, String why) {
        assertThat(caller(trusting("10.244.0.0/16", "fd00::/8"), peer, header))
                .as(why)
                .isEqualTo(caller);
    }

    @Test
    void isWhoIsConnectedWhereNoProxyIsTrustedOrNoneSaysAnything() {
        assertThat(caller(trusting(), "10.244.0.7", "198.51.100.1")).isEqualTo("10.244.0.7");
        assertThat(caller(trusting("10.244.0.0/16"), "10.244.0.7")).isEqualTo("10.244.0.7");
    }

    @Test
    void readsAHeaderThatCameInSeveralLinesAsOne() {
        assertThat(caller(trusting("10.244.0.0/16"), "10.244.0.7", "1.2.3.4", "198.51.100.1"))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void startsWithNoNetworkThatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> trusting("everybody"));
    }
}
