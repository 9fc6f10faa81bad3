package cn.bishui.monitoring.judgement;

import java.util.Locale;

/** Why a day was judged. */
public enum Cause {
    /** It had not been judged before. */
    FIRST,
    /** Records came late. */
    LATE_DATA,
    /** A record was sent again and says something else. */
    CHANGED_DATA,
    /** A sample that was taken on site was confirmed or withdrawn. */
    ON_SITE_SAMPLE,
    /** The register told another limit for the day. */
    LIMIT_CHANGED;

    /** As it is written in the database, in facts and in message keys, such as {@code late-data}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
