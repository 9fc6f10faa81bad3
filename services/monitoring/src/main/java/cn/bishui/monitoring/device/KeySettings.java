package cn.bishui.monitoring.device;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What devices' keys are encrypted with at rest, from the environment only.
 *
 * @param key 32 bytes in base64; empty where no device encrypts; {@code BISHUI_MONITORING_KEY}
 * @param oldKeys those of before, that still open what was sealed under them; {@code BISHUI_MONITORING_OLD_KEYS}, divided by
 *     commas
 */
@ConfigurationProperties("bishui.device-keys")
record KeySettings(
        @DefaultValue("") String key, @DefaultValue List<String> oldKeys) {

    /** Tells nothing. */
    @Override
    public String toString() {
        return "KeySettings[…]";
    }
}
