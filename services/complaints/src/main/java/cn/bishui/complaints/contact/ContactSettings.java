package cn.bishui.complaints.contact;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How short messages go out; {@code BISHUI_SMS}.
 *
 * @param sms none: phones cannot be verified, and the form says so. local: to a page that everybody can read, on a platform for
 *     trying out. http: to a provider
 */
@ConfigurationProperties("bishui.complaints")
record ContactSettings(@DefaultValue("NONE") Sms sms) {

    enum Sms {
        NONE,
        LOCAL,
        HTTP
    }
}
