package cn.bishui.monitoring.network;

import cn.bishui.contracts.RuleBroken;
import java.math.BigDecimal;

/**
 * A place on the map, WGS 84.
 *
 * @param longitude degrees east, 73 to 136: within China
 * @param latitude degrees north, 3 to 54: within China
 */
public record Position(BigDecimal longitude, BigDecimal latitude) {

    private static final int WEST = 73;
    private static final int EAST = 136;
    private static final int SOUTH = 3;
    private static final int NORTH = 54;

    /** Checks that the place is in China, which finds swapped numbers; code {@code site.outside}. */
    public Position {
        if (!within(longitude, WEST, EAST) || !within(latitude, SOUTH, NORTH)) {
            throw RuleBroken.invalid("site.outside", longitude.toPlainString(), latitude.toPlainString());
        }
    }

    private static boolean within(BigDecimal degrees, int lowest, int highest) {
        return degrees.compareTo(BigDecimal.valueOf(lowest)) >= 0
                && degrees.compareTo(BigDecimal.valueOf(highest)) <= 0;
    }

    /** {@code 126.55, 43.84}. */
    public String text() {
        return longitude.toPlainString() + ", " + latitude.toPlainString();
    }
}
