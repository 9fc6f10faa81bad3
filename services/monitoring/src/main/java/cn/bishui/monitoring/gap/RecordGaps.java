package cn.bishui.monitoring.gap;

import cn.bishui.monitoring.command.Records;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** All gaps, and what is missing now. */
public interface RecordGaps {

    /** Whether a device ever sent such records. */
    boolean sends(int device, Records records);

    /** Beginnings of the records that are not there, of all that begin from one moment to another, in order. */
    List<LocalDateTime> missing(int device, Records records, LocalDateTime from, LocalDateTime to);

    /** Those of a device that are open, or were given up, and reach beyond a moment; the oldest first. */
    List<RecordGap> known(int device, Records records, LocalDateTime from);

    void add(int device, Records records, Span span, Instant foundAt, long command);

    void save(RecordGap changed);

    /** The latest of a device, the newest first. */
    List<RecordGap> latest(String mn, int most);
}
