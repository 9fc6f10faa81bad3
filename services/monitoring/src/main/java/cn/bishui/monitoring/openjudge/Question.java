package cn.bishui.monitoring.openjudge;

import cn.bishui.standards.Measured;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Disinfection;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Point;
import cn.bishui.standards.drinkingwater.DrinkingWaterItem.Supply;
import cn.bishui.standards.surfacewater.WaterType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be judged, and how.
 *
 * @param day on which the limits are those that count
 * @param setting what else the limits depend on
 * @param values by the key of their item, in the unit of its limits
 * @param oxygenSaturation of surface water, in percent; null if it was not measured
 * @param depth of a water that may be black and odorous, in cm; null if it is 25 cm or more
 */
public record Question(
        Water water,
        LocalDate day,
        Setting setting,
        Map<String, Measured> values,
        @Nullable BigDecimal oxygenSaturation,
        @Nullable BigDecimal depth) {

    /** Keeps a copy, in the same order. */
    public Question {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * What the limits depend on besides the day.
     *
     * @param type of surface water
     * @param point where drinking water was taken
     * @param supply how large the supply of drinking water is
     * @param disinfection how drinking water is disinfected
     */
    public record Setting(WaterType type, Point point, Supply supply, Set<Disinfection> disinfection) {

        /** A river; at the tap of a central supply that uses chlorine. */
        public static final Setting USUAL =
                new Setting(WaterType.RIVER, Point.NETWORK_END, Supply.CENTRAL, Set.of(Disinfection.CHLORINE));

        /** Keeps a copy. */
        public Setting {
            disinfection = Set.copyOf(disinfection);
        }
    }
}
