package cn.bishui.complaints.contact.http;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider of short messages; used where {@code BISHUI_SMS} says http.
 *
 * @param url takes a POST of {@code {"id", "phone", "text"}}; {@code BISHUI_SMS_URL}
 * @param token bearer token; {@code BISHUI_SMS_TOKEN}
 * @param timeout for connecting and for the answer, each
 */
@ConfigurationProperties("bishui.complaints.sms-http")
record HttpSmsSettings(
        @Nullable URI url,
        @DefaultValue("") String token,
        @DefaultValue("5s") Duration timeout) {

    /** Without the token. */
    @Override
    public String toString() {
        return "HttpSmsSettings[" + url + "]";
    }
}
