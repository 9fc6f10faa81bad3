package cn.bishui.monitoring.assessment;

import cn.bishui.standards.Measured;
import cn.bishui.standards.surfacewater.Sample;
import cn.bishui.standards.surfacewater.WaterType;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How good the water at a section was in a period.
 *
 * @param site code of the section
 * @param revision 1, and one more for each correction
 * @param waterClass 1 to 6; null where there was nothing to assess
 * @param targetClass class that it ought to have had on the last day of the period; null where none was set
 * @param meetsTarget null where one of both is not known, or it cannot be judged
 * @param mainPollutants as reports print them
 * @param evaluated how many of the 21 items
 * @param missing those of which there was no value
 * @param withoutValue why there is none; null where there is one
 * @param provisional whether months lack without a reason, or are still to come
 * @param found the means by the key of the item, as printed and not rounded
 * @param samples number and version of each sample it rests on
 * @param working line by line
 */
public record Assessment(
        String site,
        Period period,
        int revision,
        @Nullable Integer waterClass,
        @Nullable Integer targetClass,
        @Nullable Boolean meetsTarget,
        List<String> mainPollutants,
        int evaluated,
        List<String> missing,
        @Nullable String withoutValue,
        boolean provisional,
        Map<String, String> found,
        List<String> samples,
        List<String> working,
        Instant assessedAt) {

    /** Why there is no class where a quarter or a year has too few months. */
    public static final String TOO_FEW = "too-few";

    /** Why there is no class where a correction left nothing of a month that a standard limits. */
    public static final String NOT_SAMPLED = "not-sampled";

    /** Keeps copies. */
    public Assessment {
        mainPollutants = List.copyOf(mainPollutants);
        missing = List.copyOf(missing);
        found = Collections.unmodifiableMap(new LinkedHashMap<>(found));
        samples = List.copyOf(samples);
        working = List.copyOf(working);
    }

    /** What was found, as the standard takes it. */
    public Sample sample(String name, WaterType type) {
        return sample(name, type, found);
    }

    /** Values as they are printed, as the standard takes them. */
    static Sample sample(String name, WaterType type, Map<String, String> found) {
        Map<String, Measured> values = new LinkedHashMap<>();
        found.forEach((item, printed) -> values.put(item, Measured.parse(printed)));
        return new Sample(name, type, values, null);
    }

    /** The same, the other way round. */
    static Map<String, String> printed(Map<String, Measured> values) {
        Map<String, String> printed = new LinkedHashMap<>();
        values.forEach((item, measured) -> printed.put(item, measured.text()));
        return printed;
    }
}
