package cn.bishui.monitoring.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A water in a period, held against its target and against earlier periods.
 *
 * @param changes against the last period, the same period a year before, the base year
 * @param trophic how nutrient-rich it was; null where it is no lake, or was not assessed
 * @param city the water quality index; null but of the district
 */
public record WaterComparison(
        WaterAssessment now,
        WaterTarget target,
        List<WaterChange> changes,
        @Nullable Trophic trophic,
        @Nullable CityQuality city) {

    /** Keeps a copy. */
    public WaterComparison {
        changes = List.copyOf(changes);
    }
}
