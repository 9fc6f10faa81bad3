package cn.bishui.standards;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bounds of one pollutant and the days on which they hold. The decimals of a bound are part of it: values are rounded
 * to them before they are judged, so {@code 50} and {@code 50.0} are different limits.
 *
 * @param pollutant code of HJ 212-2017 table B.1
 * @param min lowest value that meets, null if there is none; pH and dissolved oxygen have one
 * @param max highest value that meets, null if there is none
 * @param unit of the bounds: {@link Pollutant#judgedUnit()}
 * @param validFrom first day on which it holds
 * @param validTo last day on which it holds, null while no end is known
 * @param source what set it: a permit and its version, or a standard with its table
 */
public record Limit(
        String pollutant,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        String unit,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source) {

    /** Checks that there is a bound, and that the bounds are in order. */
    public Limit {
        if (min == null && max == null) {
            throw new IllegalArgumentException("A limit has a lower or an upper bound");
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new IllegalArgumentException("The lower bound " + min + " is above the upper one " + max);
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("The limit ends on " + validTo + ", before it begins on " + validFrom);
        }
    }

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** The limit of a pollutant that holds on a day; of several the one that began last. */
    public static Optional<Limit> inForce(Collection<Limit> limits, String pollutant, LocalDate day) {
        return limits.stream()
                .filter(limit -> limit.pollutant().equals(pollutant) && limit.holdsOn(day))
                .max((one, other) -> one.validFrom().compareTo(other.validFrom()));
    }

    /** How many decimals a value keeps when it is judged: those of the bounds, and one at least for pH. */
    int decimals() {
        int decimals = Math.max(decimals(min), decimals(max));
        return pollutant.equals(Pollutant.PH) ? Math.max(1, decimals) : decimals;
    }

    private static int decimals(@Nullable BigDecimal bound) {
        return bound == null ? 0 : Math.max(0, bound.scale());
    }
}
