package cn.bishui.monitoring.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Bytes that were no packet: counted by the hour, the latest of each source kept. */
public interface RejectedFrames {

    /** Adds counts, and frames in the order in which they came. */
    void add(Map<Logbook.CountKey, Logbook.Count> counts, List<RejectedBytes> frames);

    /** Forgets the bytes of frames from before. */
    void forgetBefore(Instant moment);

    /** Forgets how many there were in hours that began before. */
    void forgetCountsBefore(Instant moment);
}
