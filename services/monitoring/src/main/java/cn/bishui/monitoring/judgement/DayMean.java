package cn.bishui.monitoring.judgement;

import cn.bishui.standards.Rule;
import cn.bishui.standards.effluent.EffectiveMean;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is judged about a pollutant and a day, and where it comes from.
 *
 * @param pollutant code of HJ 212-2017; as sent where the table has none such
 * @param value in the code's own unit; null if there is none
 * @param unjudged why the value is not judged; null if it may be
 * @param own what the device itself said about the day
 * @param expected hours that ought to have a valid value; null where it does not come from hours
 * @param valid hours that have one
 * @param suspected whether something was above the measuring range (flag T)
 * @param rules of libs/standards that were used, each with the day from which it holds
 */
public record DayMean(
        String pollutant,
        Basis basis,
        @Nullable BigDecimal value,
        Finding.@Nullable Reason unjudged,
        DayValue own,
        @Nullable Integer expected,
        @Nullable Integer valid,
        boolean suspected,
        String rules,
        Working working) {

    private static final String NORMAL = "N";
    private static final String OVER_RANGE = "T";

    /** The device's own record of the day. */
    static DayMean of(DayValue sent) {
        Finding.Reason unjudged = null;
        if (!NORMAL.equals(sent.flag())) {
            unjudged = Finding.Reason.NOT_NORMAL;
        } else if (sent.mean() == null) {
            unjudged = Finding.Reason.NO_MEAN;
        }
        return new DayMean(
                sent.pollutant(),
                Basis.DAY_RECORD,
                sent.mean(),
                unjudged,
                sent,
                null,
                null,
                OVER_RANGE.equals(sent.flag()),
                "",
                Working.NONE);
    }

    /** The device's own record of a day that was not over when it came. */
    static DayMean early(DayValue sent) {
        return new DayMean(
                sent.pollutant(),
                Basis.DAY_RECORD,
                sent.mean(),
                Finding.Reason.DAY_NOT_OVER,
                sent,
                null,
                null,
                OVER_RANGE.equals(sent.flag()),
                "",
                Working.NONE);
    }

    /** What was made of the hours. */
    static DayMean of(EffectiveMean made, DayValue own, Working working) {
        Finding.Reason unjudged = switch (made.outcome()) {
            case VALID -> null;
            case TOO_FEW -> Finding.Reason.NOT_VALID;
            case NO_DISCHARGE -> Finding.Reason.NO_DISCHARGE;
        };
        return new DayMean(
                made.pollutant(),
                Basis.HOURS,
                made.mean(),
                unjudged,
                own,
                made.expected(),
                made.valid(),
                made.suspected(),
                rules(made.rules()),
                working);
    }

    /** A sample that was taken on site. */
    static DayMean ofSample(String pollutant, BigDecimal value, Working working) {
        return new DayMean(
                pollutant,
                Basis.ON_SITE_SAMPLE,
                value,
                null,
                new DayValue(pollutant, null, null),
                null,
                null,
                false,
                "排污许可管理条例 29",
                working);
    }

    /** No sample holds any more. */
    static DayMean withoutSample(String pollutant) {
        return new DayMean(
                pollutant,
                Basis.ON_SITE_SAMPLE,
                null,
                Finding.Reason.SAMPLE_WITHDRAWN,
                new DayValue(pollutant, null, null),
                null,
                null,
                false,
                "排污许可管理条例 29",
                Working.NONE);
    }

    private static String rules(List<Rule> used) {
        return used.stream()
                .map(rule -> rule.id() + " " + rule.basis().validFrom())
                .collect(Collectors.joining("; "));
    }

    /** Whether another comes to the same: 58.2 and 58.20 do. */
    boolean comesToTheSameAs(DayMean other) {
        return basis == other.basis
                && unjudged == other.unjudged
                && same(value, other.value)
                && Objects.equals(expected, other.expected)
                && Objects.equals(valid, other.valid)
                && suspected == other.suspected
                && (basis != Basis.DAY_RECORD || own.sameAs(other.own.mean(), other.own.flag()));
    }

    static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }
}
