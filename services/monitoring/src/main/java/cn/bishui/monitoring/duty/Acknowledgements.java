package cn.bishui.monitoring.duty;

import java.time.Instant;

/** What was seen to, of the alerts that bear no such mark of their own. */
public interface Acknowledgements {

    /** Whether there is such an alert, and it is acknowledged here. */
    boolean exists(String kind, String ref);

    /** Adds one; false if there is one already. */
    boolean add(String kind, String ref, String note, Instant at, String by);
}
