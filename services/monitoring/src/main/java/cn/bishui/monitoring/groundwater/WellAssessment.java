package cn.bishui.monitoring.groundwater;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The class of the water of a well in one sample (GB/T 14848-2017).
 *
 * @param sample its number
 * @param work version of what was found
 * @param waterClass 1 to 5; null where there is none
 * @param decisive items of the worst class (定类项目)
 * @param targetClass class that it ought to have; null where none is set
 * @param meetsTarget null where that cannot be said
 * @param items how many were found
 * @param missing regular items that were not
 * @param withoutValue why there is none; null where there is one
 * @param working line by line
 */
public record WellAssessment(
        String site,
        String sample,
        int work,
        LocalDate takenOn,
        @Nullable Integer waterClass,
        List<String> decisive,
        @Nullable Integer targetClass,
        @Nullable Boolean meetsTarget,
        int items,
        List<String> missing,
        @Nullable String withoutValue,
        List<String> working,
        Instant assessedAt) {

    /** Keeps copies. */
    public WellAssessment {
        decisive = List.copyOf(decisive);
        missing = List.copyOf(missing);
        working = List.copyOf(working);
    }
}
