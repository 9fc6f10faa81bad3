package cn.bishui.monitoring.source;

import cn.bishui.monitoring.assessment.Period;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The assessments of sources, with all revisions. */
public interface SourceAssessments {

    /** The latest revision of a source's period. */
    Optional<SourceAssessment> latest(String site, Period period);

    /** Every revision, the newest first. */
    List<SourceAssessment> of(String site, Period period);

    /** Adds the next revision, which is the latest now. */
    void add(SourceAssessment assessment);

    /**
     * A source that was in use in a period.
     *
     * @param assessment its latest of the period; null where there is none yet
     */
    record Standing(
            String site,
            String name,
            String sourceKind,
            @Nullable BigDecimal supplyPerDay,
            @Nullable SourceAssessment assessment) {}

    /** Every source that was in use in a period, assessed or not. */
    List<Standing> standing(Period period);

    /** Codes of sources that were in use all through a period and of which nothing is assessed, one by one. */
    List<String> missing(Period period);
}
