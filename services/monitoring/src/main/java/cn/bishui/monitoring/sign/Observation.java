package cn.bishui.monitoring.sign;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sign as it was seen, with the window of records that shows it.
 *
 * @param pollutant code; null where it is about the device as a whole
 * @param from beginning of the window, the device's local time
 * @param until its end, which is not part of it
 * @param records command numbers of the records in it; 0 for silences
 * @param began when what shows it began, by which one that was decided on is told from a new one; of
 *     changes, when the latest was made
 * @param ended when what shows it ended, by which one that goes on is told from one that was seen already
 * @param numbers the figures that matter, by name
 */
public record Observation(
        Sign sign,
        @Nullable String pollutant,
        LocalDateTime from,
        LocalDateTime until,
        Set<Integer> records,
        LocalDateTime began,
        LocalDateTime ended,
        Map<String, String> numbers,
        String zh,
        String en) {

    /** Instead of a command number: silences. */
    public static final int SILENCES = 0;

    /** Keeps copies. */
    public Observation {
        records = Set.copyOf(records);
        numbers = Map.copyOf(numbers);
    }

    /** One whose window is what shows it. */
    static Observation of(
            Sign sign,
            @Nullable String pollutant,
            LocalDateTime from,
            LocalDateTime until,
            Set<Integer> records,
            Map<String, String> numbers,
            String zh,
            String en) {
        return new Observation(sign, pollutant, from, until, records, from, until, numbers, zh, en);
    }

    /** The same, where the window begins before what shows it. */
    Observation beginning(LocalDateTime at) {
        return new Observation(sign, pollutant, from, until, records, at, ended, numbers, zh, en);
    }
}
