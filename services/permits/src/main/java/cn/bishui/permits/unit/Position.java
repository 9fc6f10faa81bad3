package cn.bishui.permits.unit;

import cn.bishui.contracts.RuleBroken;
import java.math.BigDecimal;

/**
 * A place on the map, WGS 84.
 *
 * @param longitude degrees east, 73 to 136: within China
 * @param latitude degrees north, 3 to 54: within China
 */
public record Position(BigDecimal longitude, BigDecimal latitude) {

    /** Checks that the place is in China, which finds swapped numbers; code {@code position.outside}. */
    public Position {
        if (!within(longitude, 73, 136) || !within(latitude, 3, 54)) {
            throw RuleBroken.invalid("position.outside", longitude.toPlainString(), latitude.toPlainString());
        }
    }

    private static boolean within(BigDecimal degrees, int lowest, int highest) {
        return degrees.compareTo(BigDecimal.valueOf(lowest)) >= 0
                && degrees.compareTo(BigDecimal.valueOf(highest)) <= 0;
    }
}
