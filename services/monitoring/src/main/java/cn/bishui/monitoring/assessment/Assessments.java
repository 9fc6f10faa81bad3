package cn.bishui.monitoring.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The assessments of sections, with all revisions. */
public interface Assessments {

    /** The latest revision of a section's period. */
    Optional<Assessment> latest(String site, Period period);

    /** The latest revisions of a section's months from one day to another, the earliest first. */
    List<Assessment> months(String site, LocalDate from, LocalDate to);

    /** The latest revisions of the years of all sections up to a day, the earliest first. */
    List<Assessment> years(LocalDate to);

    /** The latest revisions of all periods of a section, the earliest first. */
    List<Assessment> of(String site);

    /** The latest revisions of all sections in a period. */
    List<Assessment> of(Period period);

    /** Adds the next revision, which is the latest now. */
    void add(Assessment assessment);

    /** Every revision, the newest first. */
    List<Assessment> of(String site, Period period);
}
