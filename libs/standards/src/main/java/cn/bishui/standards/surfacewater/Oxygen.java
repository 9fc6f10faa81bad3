package cn.bishui.standards.surfacewater;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** How much oxygen water can hold. */
public final class Oxygen {

    private static final BigDecimal FACTOR = new BigDecimal("468");
    private static final BigDecimal OFFSET = new BigDecimal("31.6");
    private static final BigDecimal LOWEST = new BigDecimal("-1");
    private static final BigDecimal HIGHEST = new BigDecimal("45");
    private static final int HUNDRED = 100;

    private Oxygen() {}

    /**
     * The saturation concentration in fresh water at sea level, 468 / (31.6 + T), in mg/L to 2 decimals (HJ 2.3-2018). It is
     * lower in the mountains and in salt water: there measure the saturation.
     *
     * @param celsius temperature of the water, -1 to 45 °C
     * @throws IllegalArgumentException if the temperature is out of this range
     */
    public static BigDecimal saturatedAt(BigDecimal celsius) {
        if (celsius.compareTo(LOWEST) < 0 || celsius.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("Not the temperature of a water in °C: " + celsius);
        }
        return FACTOR.divide(OFFSET.add(celsius), 2, RoundingMode.HALF_EVEN);
    }

    /**
     * The saturation in percent to 1 decimal.
     *
     * @param oxygen dissolved, in mg/L
     * @param celsius temperature of the water, -1 to 45 °C
     */
    public static BigDecimal saturation(BigDecimal oxygen, BigDecimal celsius) {
        return oxygen.multiply(BigDecimal.valueOf(HUNDRED))
                .divide(saturatedAt(celsius), MathContext.DECIMAL64)
                .setScale(1, RoundingMode.HALF_EVEN);
    }
}
