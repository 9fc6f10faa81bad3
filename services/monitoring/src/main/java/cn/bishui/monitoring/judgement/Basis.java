package cn.bishui.monitoring.judgement;

import java.util.Arrays;
import java.util.Locale;

/** What a day was judged by. */
public enum Basis {
    /** The effective daily mean, made here of the records of the hours (CN 2061). */
    HOURS,
    /** The mean in the device's own record of the day (CN 2031), where it sent none of hours. */
    DAY_RECORD,
    /** A sample that the authority took on site, which wins over automatic data (排污许可管理条例 art 29). */
    ON_SITE_SAMPLE;

    /** As it is written in the database and in message keys, such as {@code day-record}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The basis of a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Basis of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no basis " + code));
    }
}
