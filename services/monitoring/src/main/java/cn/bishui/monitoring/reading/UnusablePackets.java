package cn.bishui.monitoring.reading;

import java.time.Instant;

/** Packets that were taken in and cannot be kept as readings. */
public interface UnusablePackets {

    /**
     * Keeps one.
     *
     * @param reason a code such as {@code no-data-time}
     */
    void keep(Delivery delivery, String reason);

    /** Forgets those that came before. */
    void forgetBefore(Instant moment);
}
