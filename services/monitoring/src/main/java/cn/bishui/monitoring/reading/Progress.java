package cn.bishui.monitoring.reading;

import java.util.Collection;
import java.util.Map;

/** How far the topic of packets was read. */
public interface Progress {

    /**
     * The next offset of each partition, held until the transaction ends: of two consumers that believe a partition is
     * theirs, the later finds what the earlier did.
     *
     * @param topicId of the topic as it exists: one made anew begins at 0
     */
    Map<Integer, Long> hold(String topicId, Collection<Integer> partitions);

    /** The next offset of each partition, held by nobody. */
    Map<Integer, Long> read(String topicId);

    /** Notes how far it was read. */
    void advance(String topicId, Map<Integer, Long> nextOffsets);
}
