package cn.bishui.monitoring.reading;

import java.time.LocalDate;
import java.util.List;

/** All packets, each once. */
public interface Packets {

    /**
     * Keeps packets.
     *
     * @param readings in the order in which they came
     * @return what each was, in the same order
     */
    List<Kept> keep(List<Reading> readings);

    /** Makes room for a month; true if there was none. */
    boolean prepareMonth(LocalDate firstDay);
}
