package cn.bishui.hj212;

import java.util.Optional;

/** What the flag of a value says about how it came about (HJ 212-2017 table 8, which may be extended). */
public enum DataFlag {
    /** The instrument works normally. */
    NORMAL("N"),
    /** The instrument is stopped. */
    STOPPED("F"),
    /** The instrument is being maintained. */
    MAINTENANCE("M"),
    /** The value was set by hand. */
    MANUAL("S"),
    /** The instrument is broken. */
    FAULT("D"),
    /** The instrument is being calibrated. */
    CALIBRATION("C"),
    /** The value is above the measuring range: no value to judge by, yet a reason to look. */
    OVER_RANGE("T"),
    /** The link from the instrument to the logger is broken. */
    LINK_FAULT("B");

    private final String code;

    DataFlag(String code) {
        this.code = code;
    }

    /** As sent. */
    public String code() {
        return code;
    }

    /** The flag with a code; empty for one of another standard or maker, whose value is not to be relied on. */
    public static Optional<DataFlag> of(String code) {
        for (DataFlag each : values()) {
            if (each.code.equals(code)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
