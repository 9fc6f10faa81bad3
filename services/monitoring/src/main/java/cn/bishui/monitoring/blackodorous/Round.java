package cn.bishui.monitoring.blackodorous;

import cn.bishui.standards.blackodorous.Observation;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was found at a point on a day.
 *
 * @param point code of the site
 * @param revision 1, and one more for each correction
 * @param reason of a correction; empty for the first
 */
public record Round(String point, int revision, Observation found, String reason, String enteredBy, Instant enteredAt) {

    /** Whether it says the same as another. */
    boolean isSameAs(Observation other) {
        return key(found).equals(key(other));
    }

    /** Numbers that are equal are written alike. */
    private static String key(Observation of) {
        return of.day()
                + "/" + plain(of.transparency())
                + "/" + plain(of.depth())
                + "/" + of.clearToGround()
                + "/" + plain(of.oxygen())
                + "/" + plain(of.redox())
                + "/" + plain(of.ammonia());
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
}
