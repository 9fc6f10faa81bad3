package cn.bishui.monitoring.groundwater;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes of wells, sample by sample. */
public interface WellAssessments {

    /**
     * Adds the class of a sample's version, which is the latest now.
     *
     * @return false if it is there already
     */
    boolean add(WellAssessment assessment);

    /**
     * Takes the class of samples of a well in a month back; what it was stays.
     *
     * @param but numbers of samples that keep theirs
     * @return numbers of those that lost it
     */
    List<String> withdraw(String well, YearMonth month, List<String> but);

    /**
     * A well with one of its samples.
     *
     * @param assessment null where nothing was released of the well
     */
    record Well(String site, String name, @Nullable WellAssessment assessment) {}

    /** Every well that was in use in a span of days, once for each of its samples in it, or once without. */
    List<Well> wells(LocalDate from, LocalDate to);

    /** Every version of a sample's class, the newest first. */
    List<WellAssessment> of(String sample);
}
