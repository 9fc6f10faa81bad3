package cn.bishui.monitoring.silence;

import java.time.Duration;
import java.time.Instant;

/**
 * A silence that was told and is over.
 *
 * @param since when the last data came
 * @param interval of the device's real-time data
 */
public record Silence(int device, String mn, Watched watched, Instant since, Instant endedAt, Duration interval) {

    /** Its id for others. */
    public String id() {
        return id(mn, since);
    }

    static String id(String mn, Instant since) {
        return mn + "/" + since;
    }
}
