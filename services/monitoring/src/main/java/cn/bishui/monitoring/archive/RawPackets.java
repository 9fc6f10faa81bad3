package cn.bishui.monitoring.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** All packets as they came. */
public interface RawPackets {

    /**
     * Keeps what was read from the topic.
     *
     * @param topicId of the topic as it exists
     * @param packets of any partitions, of each in the order of the offsets
     */
    void keep(String topicId, List<RawPacket> packets);

    /**
     * Tells the packets of a device, in the order of receipt.
     *
     * @param from first moment of receipt
     * @param until first moment that does not count any more
     * @param most after so many it stops
     */
    void each(int device, Instant from, Instant until, long most, Consumer<RawPacket> reader);

    /**
     * Puts small blocks together, each heap in a transaction of its own.
     *
     * @param now blocks of the current hour stay as they are, those of the current day are put together by the hour
     * @return how many blocks there were and are in their place
     */
    Compacted compact(Instant now);

    /** Makes room for a month of receipt; true if there was none. */
    boolean prepareMonth(LocalDate firstDay);

    /** Forgets the months of receipt that ended before a day; tells how many. */
    int forgetMonthsBefore(LocalDate day);

    /** What became of small blocks. */
    record Compacted(int before, int after) {}
}
