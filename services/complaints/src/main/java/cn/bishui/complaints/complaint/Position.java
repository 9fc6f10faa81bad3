package cn.bishui.complaints.complaint;

import cn.bishui.contracts.RuleBroken;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A point on the map.
 *
 * @param longitude degrees east, WGS 84, -180 to 180, to six places
 * @param latitude degrees north, WGS 84, -90 to 90, to six places
 */
public record Position(BigDecimal longitude, BigDecimal latitude) {

    private static final BigDecimal FULL = BigDecimal.valueOf(180);
    private static final BigDecimal QUARTER = BigDecimal.valueOf(90);
    private static final int PLACES = 6;

    /** Refuses what is not on the earth with {@code complaint.position}. */
    public Position {
        if (longitude.abs().compareTo(FULL) > 0 || latitude.abs().compareTo(QUARTER) > 0) {
            throw RuleBroken.invalid("complaint.position");
        }
        longitude = longitude.setScale(PLACES, RoundingMode.HALF_UP);
        latitude = latitude.setScale(PLACES, RoundingMode.HALF_UP);
    }
}
