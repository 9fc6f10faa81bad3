package cn.bishui.complaints.statistics;

import java.util.Locale;

/** By what complaints are counted. */
public enum Dimension {
    TYPE,
    STREET,
    BUREAU,
    CHANNEL,
    MONTH;

    /** Its name in messages, addresses and JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
