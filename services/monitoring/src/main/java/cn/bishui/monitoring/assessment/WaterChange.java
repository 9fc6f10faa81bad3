package cn.bishui.monitoring.assessment;

import cn.bishui.standards.change.BasinChange;
import cn.bishui.standards.change.Comparison.Against;
import cn.bishui.standards.change.Direction;
import cn.bishui.standards.change.SectionChange;
import org.jspecify.annotations.Nullable;

/**
 * A water held against an earlier period.
 *
 * @param earlier the period: {@code 2025-11}
 * @param earlierLevel its level then, in Chinese; null where there was none, and for the base year
 * @param comparable sections that have a class in both; of the base year those with a base value
 * @param sections sections that have a class now
 */
public record WaterChange(
        Against against, String earlier, @Nullable String earlierLevel, int comparable, int sections, Outcome outcome) {

    /** What came of it. */
    public sealed interface Outcome permits ByMean, ByShares, NotCompared {}

    /** By the mean of the sections that have a class in both. */
    public record ByMean(SectionChange change) implements Outcome {}

    /** By the shares of their classes. */
    public record ByShares(BasinChange change) implements Outcome {}

    /** Not at all. */
    public record NotCompared(Reason reason) implements Outcome {}

    /** Why nothing is compared. */
    public enum Reason {
        /** The earlier period was not assessed. */
        NO_DATA,
        /** No section had a class then. */
        WITHOUT_CLASS,
        /** No section has a class now. */
        NOW_WITHOUT_CLASS,
        /** No section has a class in both. */
        NO_SECTION,
        /** Not all sections have a base value. */
        BASE_INCOMPLETE
    }

    /** Whether it got worse. */
    public boolean isWorse() {
        return switch (outcome) {
            case ByMean(SectionChange change) ->
                change.classesBetter() < 0
                        || (against == Against.BASE_YEAR
                                && change.keeping() == SectionChange.Keeping.WORSE_WITHIN_CLASS);
            case ByShares(BasinChange change) -> change.direction() == Direction.WORSE;
            case NotCompared _ -> false;
        };
    }
}
