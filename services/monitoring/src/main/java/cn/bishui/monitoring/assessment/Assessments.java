package cn.bishui.monitoring.assessment;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The assessments, with all revisions. */
public interface Assessments {

    /** The latest revision of a section's month; the section's row is locked for the transaction. */
    Optional<Assessment> latest(String site, YearMonth month);

    /** Adds the next revision, which is the latest now. */
    void add(Assessment assessment);

    /** Every revision, the newest first. */
    List<Assessment> of(String site, YearMonth month);
}
