package cn.bishui.complaints.quota;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much work a form asks of a browser.
 *
 * @param bits leading zero bits of a solution: 16 take a phone about 0.3 s; each bit more takes twice as long
 * @param busyBits how many more while much comes in
 * @param busy stamped forms in the last minute above which that is so
 * @param patience how long after it was opened a form without a solution may come in
 * @param validity how long a form may stay open
 */
@ConfigurationProperties("bishui.complaints.stamp")
record StampSettings(
        @DefaultValue("16") int bits,
        @DefaultValue("2") int busyBits,
        @DefaultValue("60") int busy,
        @DefaultValue("8s") Duration patience,
        @DefaultValue("2h") Duration validity) {

    StampSettings {
        if (bits < 1 || busyBits < 0 || bits + busyBits > Challenge.MOST_BITS) {
            throw new IllegalArgumentException("bishui.complaints.stamp: bits from 1 to " + Challenge.MOST_BITS);
        }
    }
}
