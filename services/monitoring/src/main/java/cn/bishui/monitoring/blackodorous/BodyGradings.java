package cn.bishui.monitoring.blackodorous;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The grades of bodies, with all revisions. */
public interface BodyGradings {

    /** The latest revision of a body's span. */
    Optional<BodyGrading> latest(String water, LocalDate from, LocalDate to);

    /** The latest revisions of a body, the newest span first. */
    List<BodyGrading> of(String water);

    /** Every revision of a body's span, the newest first. */
    List<BodyGrading> of(String water, LocalDate from, LocalDate to);

    /** A body with one of its grades. */
    record Graded(String name, BodyGrading grading) {}

    /** The latest revisions of all bodies whose span ends in a span of days. */
    List<Graded> between(LocalDate from, LocalDate to);

    /** The latest revisions of all bodies over spans in which something was entered since, the newest span first; 200 at most. */
    List<Graded> outdated();

    /** Adds the next revision, which is the latest now. */
    void add(BodyGrading grading);
}
