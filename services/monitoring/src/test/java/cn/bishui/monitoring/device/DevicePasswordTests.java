package cn.bishui.monitoring.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DevicePasswordTests {

    private final DevicePassword password = DevicePassword.seal("123456", new SecureRandom());

    @Test
    void matchesItselfOnly() {
        assertThat(password.matches("123456")).isTrue();
        assertThat(password.matches("123457")).isFalse();
        assertThat(password.matches("")).isFalse();
    }

    @Test
    void isNeitherShownNorTheSameTwice() {
        assertThat(password.toString()).doesNotContain("123456");
        assertThat(new String(password.hash(), StandardCharsets.ISO_8859_1)).doesNotContain("123456");
        assertThat(DevicePassword.seal("123456", new SecureRandom()).hash()).isNotEqualTo(password.hash());
        assertThat(new NewDevice(
                                "1",
                                "123456",
                                new DevicePlace.AtOutlet("u", "o", "p"),
                                Duration.ofSeconds(30),
                                List.of(),
                                DeviceKey.of("00112233445566778899AABBCCDDEEFF"))
                        .toString())
                .doesNotContain("123456", "112233");
    }
}
