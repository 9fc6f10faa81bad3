package cn.bishui.monitoring.assessment;

import cn.bishui.standards.surfacewater.WaterType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The assessments of waters, with all revisions. */
public interface WaterAssessments {

    /** Locks a water for the transaction: whoever assesses it next waits. */
    void lock(String water);

    /** The latest revision of a water's period. */
    Optional<WaterAssessment> latest(String water, Period period);

    /** The latest revisions of all waters in a period: the district, basins, water bodies. */
    List<WaterAssessment> of(Period period);

    /** Every revision, the newest first. */
    List<WaterAssessment> of(String water, Period period);

    /** Adds the next revision, which is the latest now. */
    void add(WaterAssessment assessment);

    /** Whether other water bodies flow into it. */
    boolean isBasin(String water);

    /**
     * A section of a water that was in use in a period.
     *
     * @param assessment its latest of the period; null where it was not sampled
     */
    record Member(
            String site,
            String name,
            @Nullable WaterType type,
            @Nullable Assessment assessment) {}

    /** The sections that lie in a water, by way of reaches and tributaries; all of them for the district. */
    List<Member> members(String water, Period period);
}
