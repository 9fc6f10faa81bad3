package cn.bishui.complaints.quota;

import java.time.Instant;

/** Counts by client, allowance and window. */
public interface Windows {

    /**
     * Counts some more.
     *
     * @param client a hash
     * @return how many there are now
     */
    int add(byte[] client, Allowance allowance, Instant window, int count);

    /** Forgets windows from before. */
    void forget(Instant before);
}
