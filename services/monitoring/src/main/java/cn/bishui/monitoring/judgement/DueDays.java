package cn.bishui.monitoring.judgement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Days that wait to be judged by their hours; they survive the service. */
public interface DueDays {

    /** Which of these days of devices have hour records. */
    Set<DeviceDay> withHours(Collection<DeviceDay> days);

    /** Notes that something about days came, in one statement; a day that waits already is looked at no later than before. */
    void note(Collection<Mark> marks);

    /** Those that are due, the longest due first; held by nobody. */
    List<DeviceDay> due(Instant now, int most);

    /** A day that waits. */
    Optional<Due> find(DeviceDay day);

    /** The day is judged; nothing if something came meanwhile. */
    void done(Due judged);

    /** The day is looked at again later; nothing if something came meanwhile. */
    void postpone(Due waiting, Instant until);

    /** Whether the device was asked for hours of the day, and that has ended. */
    boolean askedInVain(DeviceDay day);

    /** A day of a device. */
    record DeviceDay(int device, LocalDate day) implements Comparable<DeviceDay> {

        @Override
        public int compareTo(DeviceDay other) {
            int byDevice = Integer.compare(device, other.device);
            return byDevice == 0 ? day.compareTo(other.day) : byDevice;
        }
    }

    /**
     * Something about a day came.
     *
     * @param dueAt when to look at it
     * @param at when it came
     */
    record Mark(DeviceDay day, Instant dueAt, Instant at) {}

    /**
     * A day that waits.
     *
     * @param changedAt when the last record of it came
     * @param version rises with every record
     */
    record Due(DeviceDay day, Instant changedAt, long version) {}
}
