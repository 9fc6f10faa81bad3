package cn.bishui.monitoring.reading;

import java.time.Instant;
import java.util.Map;

/** How much came from each device, and when last. */
public interface Traffic {

    /** Adds, by id of the device. */
    void add(Map<Integer, Tally> tallies);

    /** What came from one device in one batch. */
    record Tally(long packets, long repeats, long changes, Instant last) {

        static Tally of(Kept kept, Instant at) {
            return switch (kept) {
                case NEW -> new Tally(1, 0, 0, at);
                case REPEATED -> new Tally(0, 1, 0, at);
                case CHANGED -> new Tally(1, 0, 1, at);
            };
        }

        Tally plus(Tally other) {
            return new Tally(
                    packets + other.packets,
                    repeats + other.repeats,
                    changes + other.changes,
                    last.isAfter(other.last) ? last : other.last);
        }
    }
}
