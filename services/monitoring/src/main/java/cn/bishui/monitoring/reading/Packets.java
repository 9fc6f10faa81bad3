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

    /** Builds those indexes anew that have become much larger than what is in them; tells how many. Not within a transaction. */
    int tidy();

    /** Makes room for a month; true if there was none. */
    boolean prepareMonth(LocalDate firstDay);
}
