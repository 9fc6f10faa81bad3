package cn.bishui.monitoring.sign;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found, as it stays for ever.
 *
 * @param device id within monitoring
 * @param mn its number
 * @param unit unified social credit code, its name and its outlet as they were then
 * @param ruleVersion which computation and figures were used
 * @param pollutant code; null where it is about the device as a whole
 * @param from beginning of the window, the device's local time
 * @param until its end, which is not part of it
 * @param numbers the figures that matter, and those of the rule, by name
 */
public record Found(
        UUID id,
        int device,
        String mn,
        String unit,
        String unitName,
        String outlet,
        String outletName,
        Sign sign,
        String ruleVersion,
        @Nullable String pollutant,
        LocalDateTime from,
        LocalDateTime until,
        Instant foundAt,
        String zh,
        String en,
        Map<String, String> numbers) {

    /** Keeps a copy. */
    public Found {
        numbers = Map.copyOf(numbers);
    }

    /** The figures in the order of their names. */
    public Map<String, String> sortedNumbers() {
        return new TreeMap<>(numbers);
    }

    /** The sample taken on site that it was found by. */
    public Optional<Long> sample() {
        return Optional.ofNullable(numbers.get(CheckSamples.SAMPLE)).map(Long::valueOf);
    }

    /** What the audit log calls it. */
    public static String subject(UUID id) {
        return "suspicion/" + id;
    }
}
