package cn.bishui.complaints.key;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The service's secrets, from the environment only.
 *
 * @param key the master key, 32 bytes in base64; {@code BISHUI_COMPLAINTS_KEY}
 * @param oldKeys master keys of before, newest first, that still open what was sealed under them; {@code
 *     BISHUI_COMPLAINTS_OLD_KEYS}, divided by commas
 */
@ConfigurationProperties("bishui.complaints")
record KeySettings(
        @DefaultValue("") String key, @DefaultValue List<String> oldKeys) {

    /** Tells nothing. */
    @Override
    public String toString() {
        return "KeySettings[…]";
    }
}
