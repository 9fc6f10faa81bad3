package cn.bishui.monitoring.drinking;

import cn.bishui.monitoring.assessment.Period;
import java.util.List;
import java.util.Optional;

/** What was approved of quarters, with all revisions. */
public interface QuarterReports {

    /** The latest revision of a quarter. */
    Optional<QuarterReport> latest(Period quarter);

    /** Every revision, the newest first. */
    List<QuarterReport> of(Period quarter);

    /**
     * Adds the next revision.
     *
     * @return false if somebody else added it before
     */
    boolean add(QuarterReport report);
}
