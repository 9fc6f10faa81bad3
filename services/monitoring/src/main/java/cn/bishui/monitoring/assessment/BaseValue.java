package cn.bishui.monitoring.assessment;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a section had in the base year.
 *
 * @param revision 1, and one more for each correction
 * @param waterClass 1 to 6, as it was published
 * @param found means of the year by the key of the item, as printed; those that are known
 * @param source where it stands
 */
public record BaseValue(
        String site,
        int year,
        int revision,
        int waterClass,
        Map<String, String> found,
        String source,
        String enteredBy,
        Instant enteredAt) {

    /** Keeps a copy. */
    public BaseValue {
        found = Collections.unmodifiableMap(new LinkedHashMap<>(found));
    }
}
