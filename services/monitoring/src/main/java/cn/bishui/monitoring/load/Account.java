package cn.bishui.monitoring.load;

import cn.bishui.standards.load.Load;
import java.time.Instant;

/**
 * The load of a pollutant at an outlet in a period.
 *
 * @param pollutant code of HJ 212-2017
 * @param revision 1, and one more for each correction
 */
public record Account(
        DischargePoint point, String pollutant, Period period, int revision, Load load, Instant accountedAt) {

    /** Whether another says the same. */
    boolean sameAs(Load other) {
        return load.kilograms().compareTo(other.kilograms()) == 0
                && load.substitutedKilograms().compareTo(other.substitutedKilograms()) == 0
                && load.cubicMetres().compareTo(other.cubicMetres()) == 0
                && load.cubicMetresWithout().compareTo(other.cubicMetresWithout()) == 0
                && load.counted() == other.counted()
                && load.expected() == other.expected()
                && load.validity() == other.validity()
                && load.missing().equals(other.missing());
    }
}
