package cn.bishui.hj212;

/** What a number says about a pollutant: the part of a name after the hyphen (HJ 212-2017 table 6). */
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
    ZS_MAX("ZsMax");

    private final String suffix;

    Measure(String suffix) {
        this.suffix = suffix;
    }

    /** As written after the hyphen. */
    public String suffix() {
        return suffix;
    }
}
