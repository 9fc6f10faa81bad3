package cn.bishui.monitoring.assessment;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How good the water at a section was in a month.
 *
 * @param site code of the section
 * @param revision 1, and one more for each correction
 * @param waterClass 1 to 6; null where there was nothing to assess
 * @param targetClass class that it ought to have had on the last day of the month; null where none was set
 * @param meetsTarget null where one of both is not known, or it cannot be judged
 * @param mainPollutants as reports print them
 * @param evaluated how many of the 21 items
 * @param missing those of which there was no value
 * @param withoutValue why there is none; null where there is one
 * @param samples number and version of each sample it rests on
 * @param working line by line
 */
public record Assessment(
        String site,
        YearMonth month,
        int revision,
        @Nullable Integer waterClass,
        @Nullable Integer targetClass,
        @Nullable Boolean meetsTarget,
        List<String> mainPollutants,
        int evaluated,
        List<String> missing,
        @Nullable String withoutValue,
        List<String> samples,
        List<String> working,
        Instant assessedAt) {

    /** Keeps copies. */
    public Assessment {
        mainPollutants = List.copyOf(mainPollutants);
        missing = List.copyOf(missing);
        samples = List.copyOf(samples);
        working = List.copyOf(working);
    }
}
