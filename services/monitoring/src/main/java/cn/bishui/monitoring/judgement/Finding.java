package cn.bishui.monitoring.judgement;

import cn.bishui.standards.Judgement;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was found about a day's mean. */
public sealed interface Finding {

    /**
     * It was judged.
     *
     * @param permitVersion the version of the register's entry that was used
     * @param limitSet the version of the permit that set the limit
     */
    record Judged(Judgement judgement, long permitVersion, String limitSet) implements Finding {}

    /** It was not judged. */
    record NotJudged(Reason reason) implements Finding {}

    /** Why a mean is not judged. */
    enum Reason {
        /** The data flag is not N. */
        NOT_NORMAL,
        /** No mean was sent, or what was sent is no number. */
        NO_MEAN,
        /** Table B.1 of HJ 212-2017 does not have the code. */
        UNKNOWN_POLLUTANT,
        /** No limit holds on that day, as far as the register has told; judged once it tells one. */
        NO_LIMIT,
        /** The limit is in another unit than the pollutant is judged in. */
        OTHER_UNIT,
        /** The record came before the day was over. */
        DAY_NOT_OVER,
        /** Too few hours of those with discharge have a valid value (HJ 356-2019). */
        NOT_VALID,
        /** Nothing was discharged all day. */
        NO_DISCHARGE,
        /** The sample that was taken on site was withdrawn. */
        SAMPLE_WITHDRAWN;

        /** As it is written in the database and in message keys, such as {@code no-limit}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The reason of a code; null for none. */
        public static @Nullable Reason of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .orElse(null);
        }
    }
}
