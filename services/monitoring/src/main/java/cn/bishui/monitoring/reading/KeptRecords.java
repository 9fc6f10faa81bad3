package cn.bishui.monitoring.reading;

import java.time.LocalDateTime;
import java.util.List;

/** What was kept of a device's packets, read back. */
public interface KeptRecords {

    /**
     * The latest version of each record of a span of time, in the order of time; the parts of one moment are one record.
     *
     * @param cn command number, such as 2061
     * @param from first moment, the device's local time
     * @param until first moment that does not count any more
     */
    List<KeptRecord> between(int device, int cn, LocalDateTime from, LocalDateTime until);

    /** Every version of each packet of a span of time, in the order of time and then of version; parts each on their own. */
    List<KeptRecord> versions(int device, int cn, LocalDateTime from, LocalDateTime until);
}
