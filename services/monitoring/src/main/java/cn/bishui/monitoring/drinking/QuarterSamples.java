package cn.bishui.monitoring.drinking;

import cn.bishui.monitoring.assessment.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The points of a quarter, and what was released of them. */
public interface QuarterSamples {

    /** Codes of the sources, works outlets and taps that were in use on any day of a quarter: sources first, taps last. */
    List<String> inUse(Period quarter);

    /** How many of them are of a bureau and without any sample taken in the quarter, whatever its progress. */
    int withoutSample(Period quarter, String bureau);

    /** Released samples of all of them, each at its newest released version, the earliest day first. */
    List<Taken> released(Period quarter);

    /**
     * A released sample.
     *
     * @param work version of what was found
     * @param condition code: {@code normal} where water was taken
     * @param values as reported, by keys of items
     */
    record Taken(
            String site,
            String number,
            int work,
            LocalDate takenOn,
            String condition,
            String releasedBy,
            Map<String, String> values) {

        /** Keeps a copy. */
        public Taken {
            values = Map.copyOf(values);
        }
    }
}
