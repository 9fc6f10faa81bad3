package cn.bishui.complaints.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was counted of one kind of complaints.
 *
 * @param key the kind: an id, a street's name, a month; empty for what has none, and for all together
 * @param counts every figure; one that is not told is absent
 * @param satisfaction sum of what reporters said, 1 to 5 each; null if it is not told
 */
public record Line(
        String key, Map<Figure, Long> counts, @Nullable Long satisfaction) {

    private static final int PLACES = 3;

    public Line {
        counts = counts.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(counts));
    }

    /** How many, null if that is not told. */
    public @Nullable Long count(Figure figure) {
        return counts.get(figure);
    }

    public @Nullable Long received() {
        return count(Figure.RECEIVED);
    }

    public @Nullable Long accepted() {
        return count(Figure.ACCEPTED);
    }

    public @Nullable Long refused() {
        return count(Figure.REFUSED);
    }

    public @Nullable Long answered() {
        return count(Figure.ANSWERED);
    }

    public @Nullable Long rated() {
        return count(Figure.RATED);
    }

    /** A share from 0 to 1, null if it is not told or there is nothing to share. */
    public @Nullable BigDecimal share(Figure part, Figure whole) {
        Long some = counts.get(part);
        Long all = counts.get(whole);
        if (some == null || all == null || all == 0) {
            return null;
        }
        return BigDecimal.valueOf(some).divide(BigDecimal.valueOf(all), PLACES, RoundingMode.HALF_UP);
    }

    /** Of the answered ones, those in time. */
    public @Nullable BigDecimal inTimeShare() {
        return share(Figure.IN_TIME, Figure.ANSWERED);
    }

    /** Of the answered ones, those that were true or partly true. */
    public @Nullable BigDecimal trueShare() {
        return share(Figure.TRUE, Figure.ANSWERED);
    }

    /** Of the received ones, those that repeat another. */
    public @Nullable BigDecimal repeatShare() {
        return share(Figure.REPEATS, Figure.RECEIVED);
    }

    /** Of the rated ones, those with 4 or 5 of 5. */
    public @Nullable BigDecimal satisfiedShare() {
        return share(Figure.SATISFIED, Figure.RATED);
    }

    /** What reporters said on average, 1 to 5, null if that is not told or nobody said anything. */
    public @Nullable BigDecimal averageSatisfaction() {
        Long rated = counts.get(Figure.RATED);
        Long sum = satisfaction;
        if (rated == null || rated == 0 || sum == null) {
            return null;
        }
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(rated), 1, RoundingMode.HALF_UP);
    }

    /** The count as it is, hidden or not; for those who hide. */
    long known(Figure figure) {
        return Objects.requireNonNull(counts.get(figure), () -> key + " lacks " + figure);
    }
}
