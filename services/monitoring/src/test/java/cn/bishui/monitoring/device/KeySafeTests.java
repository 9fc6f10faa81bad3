package cn.bishui.monitoring.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.bishui.contracts.RuleBroken;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySafeTests {

    private static final DeviceKey KEY = DeviceKey.of("0123456789abcdef FEDCBA9876543210");

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void opensAKeyForItsDeviceOnlyAlsoUnderAKeyOfBefore() {
        String first = random();
        String second = random();
        KeySafe safe = new KeySafe(new KeySettings(first, List.of()));
        KeySafe.Sealed sealed = safe.seal("A1", KEY);
        assertThat(sealed.bytes()).hasSize(12 + 16 + 16);
        assertThat(safe.seal("A1", KEY).bytes()).isNotEqualTo(sealed.bytes());
        assertThat(safe.open("A1", sealed).orElseThrow().bytes()).isEqualTo(KEY.bytes());
        assertThat(safe.open("A2", sealed)).isEmpty();
        assertThat(new KeySafe(new KeySettings(second, List.of("", first))).open("A1", sealed))
                .isPresent();
        assertThat(new KeySafe(new KeySettings(second, List.of())).open("A1", sealed))
                .isEmpty();
        byte[] altered = sealed.bytes().clone();
        altered[20] ^= 1;
        assertThat(safe.open("A1", new KeySafe.Sealed(sealed.under(), altered))).isEmpty();
    }

    @Test
    void saysThatNothingCanBeSealedWhereTheServiceHasNoKey() {
        KeySafe safe = new KeySafe(new KeySettings("", List.of()));
        assertThatThrownBy(() -> safe.seal("A1", KEY))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("device.key-not-configured"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "not base64!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void doesNotStartWithAKeyThatIsNone(String key) {
        assertThatThrownBy(() -> new KeySafe(new KeySettings(key, List.of())))
                .hasMessageContaining("BISHUI_MONITORING_KEY")
                .hasMessageContaining("openssl rand");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "0123456789abcdefFEDCBA987654321g", "0123456789abcdefFEDCBA98765432100"})
    void readsKeysOf32HexadecimalDigitsOnly(String typed) {
        assertThatThrownBy(() -> DeviceKey.of(typed)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void tellsNothing() {
        assertThat(KEY.toString() + new KeySettings("secret", List.of("secret")))
                .doesNotContain("0123", "secret");
    }
}
