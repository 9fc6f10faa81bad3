package cn.bishui.standards.surfacewater;

import cn.bishui.standards.Measured;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found at one section, in one sample or as means of a period.
 *
 * @param section its name
 * @param type the kind of water it lies in
 * @param values by code, symbol or name of the item ({@code w21003}, {@code NH3-N}, {@code 氨氮}), in the unit of GB 3838-2002:
 *     mg/L, coliforms per litre
 * @param oxygenSaturation of dissolved oxygen in percent; null if it was not measured. From 90 % on oxygen is of class I
 *     whatever its concentration
 */
public record Sample(
        String section,
        WaterType type,
        Map<String, Measured> values,
        @Nullable BigDecimal oxygenSaturation) {

    /** Keeps a copy, in the same order. */
    public Sample {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Of a river. */
    public static Sample river(String section, Map<String, Measured> values) {
        return new Sample(section, WaterType.RIVER, values, null);
    }

    /** Of a lake or reservoir. */
    public static Sample lake(String section, Map<String, Measured> values) {
        return new Sample(section, WaterType.LAKE, values, null);
    }
}
