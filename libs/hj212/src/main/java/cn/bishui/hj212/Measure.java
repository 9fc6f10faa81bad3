package cn.bishui.hj212;

import org.jspecify.annotations.Nullable;

/**
 * What a number says about a pollutant: the part of a name after the hyphen (HJ 212-2017 table 4; the last three are of
 * HJ/T 212-2005).
 */
public enum Measure {
    /** Real-time value. */
    RTD("Rtd"),
    /** Least value of the period. */
    MIN("Min"),
    /** Mean of the period. */
    AVG("Avg"),
    /** Greatest value of the period. */
    MAX("Max"),
    /** Amount of the period: cubic metres of w00000, mostly kilograms of others (table B.1). */
    COU("Cou"),
    /** Converted real-time value, flue gas only. */
    ZS_RTD("ZsRtd"),
    /** Converted least value, flue gas only. */
    ZS_MIN("ZsMin"),
    /** Converted mean, flue gas only. */
    ZS_AVG("ZsAvg"),
    /** Converted greatest value, flue gas only. */
    ZS_MAX("ZsMax"),
    /** Noise level of the period. */
    DATA("Data"),
    /** Noise level of the daytime. */
    DAY_DATA("DayData"),
    /** Noise level of the night. */
    NIGHT_DATA("NightData"),
    /** Value during an alarm. */
    ALA("Ala"),
    /** Upper alarm limit. */
    UP_VALUE("UpValue"),
    /** Lower alarm limit. */
    LOW_VALUE("LowValue");

    private static final Measure[] ALL = values();

    private final String suffix;

    Measure(String suffix) {
        this.suffix = suffix;
    }

    /** As written after the hyphen. */
    public String suffix() {
        return suffix;
    }

    /** The measure whose suffix stands there; null if none has it. */
    static @Nullable Measure find(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 3) {
            return switch (((bytes[from] & 0xFF) << 16) | ((bytes[from + 1] & 0xFF) << 8) | (bytes[from + 2] & 0xFF)) {
                case ('R' << 16) | ('t' << 8) | 'd' -> RTD;
                case ('M' << 16) | ('i' << 8) | 'n' -> MIN;
                case ('A' << 16) | ('v' << 8) | 'g' -> AVG;
                case ('M' << 16) | ('a' << 8) | 'x' -> MAX;
                case ('C' << 16) | ('o' << 8) | 'u' -> COU;
                case ('A' << 16) | ('l' << 8) | 'a' -> ALA;
                default -> null;
            };
        }
        if (length == 4 && bytes[from] != 'D') {
            return null;
        }
        for (Measure each : ALL) {
            if (each.suffix.length() == length && Data.same(bytes, from, each.suffix)) {
                return each;
            }
        }
        return null;
    }
}
