package cn.bishui.monitoring.reading;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;

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

    /**
     * The latest record of each of some devices, by id; nothing of those that never sent one.
     *
     * @param cn command number, such as 2011
     * @param now the devices' local time; what a clock gone wrong dates more than a day later does not count
     */
    Map<Integer, KeptRecord> latest(Collection<Integer> devices, int cn, LocalDateTime now);

    /** Every version of each packet of a span of time, in the order of time and then of version; parts each on their own. */
    List<KeptRecord> versions(int device, int cn, LocalDateTime from, LocalDateTime until);
}
