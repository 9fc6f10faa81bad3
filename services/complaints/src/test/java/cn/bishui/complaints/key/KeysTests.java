package cn.bishui.complaints.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class KeysTests {

    private static final byte[] PLAIN = bytes("张三 13800000001");
    private static final byte[] ROW = bytes("row 1");

    private final Keys keys = TestKeys.of("one");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void opensWhatItSealed() {
        Sealed sealed = keys.seal(Purpose.IDENTITY, PLAIN, ROW);

        assertThat(sealed.nonce()).hasSize(12);
        assertThat(sealed.ciphertext()).hasSize(PLAIN.length + 16);
        assertThat(keys.open(Purpose.IDENTITY, sealed, ROW)).isEqualTo(PLAIN);
        assertThat(keys.seal(Purpose.IDENTITY, PLAIN, ROW).ciphertext())
                .as("sealed again it looks different")
                .isNotEqualTo(sealed.ciphertext());
    }

    @Test
    void opensNothingThatWasAlteredOrMovedOrIsForAnotherPurpose() {
        Sealed sealed = keys.seal(Purpose.IDENTITY, PLAIN, ROW);
        byte[] altered = sealed.ciphertext().clone();
        altered[0] ^= 1;

        assertThatThrownBy(() -> keys.open(Purpose.IDENTITY, new Sealed(sealed.keyId(), sealed.nonce(), altered), ROW))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.open(Purpose.IDENTITY, sealed, bytes("row 2")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> keys.open(Purpose.MESSAGE, sealed, ROW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> TestKeys.of("two").open(Purpose.IDENTITY, sealed, ROW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("BISHUI_COMPLAINTS_OLD_KEYS");
    }

    @Test
    void opensUnderAnOlderKeyAndSealsUnderTheCurrentOne() {
        Sealed before = keys.seal(Purpose.IDENTITY, PLAIN, ROW);
        Keys rotated = TestKeys.of("two", "one");

        assertThat(rotated.open(Purpose.IDENTITY, before, ROW)).isEqualTo(PLAIN);
        assertThat(rotated.seal(Purpose.IDENTITY, PLAIN, ROW).keyId())
                .isEqualTo(rotated.currentId())
                .isNotEqualTo(before.keyId());
    }

    @Test
    void authenticatesUnderAnOwnKeyForEachPurposeAndEachMasterKey() {
        byte[] mac = keys.mac(Purpose.TRACKING, PLAIN);

        assertThat(mac).hasSize(32).isEqualTo(TestKeys.of("one").mac(Purpose.TRACKING, PLAIN));
        assertThat(keys.mac(Purpose.STAMP, PLAIN)).isNotEqualTo(mac);
        assertThat(TestKeys.of("two").mac(Purpose.TRACKING, PLAIN)).isNotEqualTo(mac);
        assertThat(TestKeys.of("two", "one").macs(Purpose.TRACKING, PLAIN))
                .hasSize(2)
                .contains(mac);
        assertThat(keys.mac(Purpose.TRACKING, bytes("ab"), bytes("c")))
                .as("parts do not run into each other")
                .isNotEqualTo(keys.mac(Purpose.TRACKING, bytes("a"), bytes("bc")));
    }

    @Test
    void saysWhyAKeyCannotBeUsedWithoutTellingIt() {
        assertUnusable("", "BISHUI_COMPLAINTS_KEY is not set.");
        assertUnusable("not base64!", "BISHUI_COMPLAINTS_KEY is not base64.");
        assertUnusable(
                Base64.getEncoder().encodeToString(new byte[16]),
                "BISHUI_COMPLAINTS_KEY holds 16 bytes instead of 32.");
        assertUnusable(Base64.getEncoder().encodeToString(new byte[32]), "BISHUI_COMPLAINTS_KEY is no random key.");
    }

    private static void assertUnusable(String key, String why) {
        KeySettings settings = new KeySettings(key, List.of());
        assertThatThrownBy(() -> new Keys(settings)).isInstanceOfSatisfying(KeyUnusable.class, unusable -> {
            FailureAnalysis told = new KeyTrouble.Analyzer().analyze(unusable);
            assertThat(told.getDescription()).isEqualTo(why);
            assertThat(told.getAction()).contains("openssl rand -base64 32");
        });
        assertThat(settings.toString()).doesNotContain(key.isEmpty() ? "key=" : key);
    }

    @Test
    void letsNoServiceStartWithoutAKeyAndTellsTheOperatorWhy(CapturedOutput output) {
        SpringApplication service = new SpringApplication(Keys.class, KeyConfiguration.class);
        service.setWebApplicationType(WebApplicationType.NONE);

        assertThatThrownBy(() -> service.run("--bishui.complaints.key="));

        assertThat(output.getAll())
                .contains(
                        "APPLICATION FAILED TO START", "BISHUI_COMPLAINTS_KEY is not set.", "openssl rand -base64 32");
    }

    @EnableConfigurationProperties(KeySettings.class)
    static class KeyConfiguration {}

    @Test
    void tellsNothingInWords() {
        assertThat(keys.seal(Purpose.IDENTITY, PLAIN, ROW)).hasToString("sealed under " + keys.currentId());
        assertThat(keys.toString()).startsWith(Keys.class.getName() + "@");
    }
}
