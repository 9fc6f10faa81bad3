package cn.bishui.disclosure.complaint;

import cn.bishui.contracts.RuleBroken;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whole months. A month is told when it is over and what happened in it has been heard of, once and for all: figures that
 * grew with every complaint would tell, one look compared with the next, of that complaint.
 *
 * @param from first month
 * @param to last month; before the first where there is none to tell
 */
public record Period(YearMonth from, YearMonth to) {

    /** Days in which what happened in a month may still come in. */
    private static final int SETTLING = 2;

    private static final int USUAL_MONTHS = 12;
    private static final int MOST_MONTHS = 120;

    /** The last month that is told on a day: from the third of a month on, the month before. */
    public static YearMonth lastTold(LocalDate today) {
        return YearMonth.from(today.minusDays(SETTLING)).minusMonths(1);
    }

    /** The first day that is not told of yet on a day. */
    public static LocalDate untold(LocalDate today) {
        return lastTold(today).plusMonths(1).atDay(1);
    }

    /**
     * The months that contain two days and are told.
     *
     * @param from first month that is asked for; null for a year up to the last
     * @param to last month that is asked for; null for the last that is told
     * @throws RuleBroken {@code period.reversed}, {@code period.too-long}: more than ten years
     */
    public static Period asked(@Nullable YearMonth from, @Nullable YearMonth to, LocalDate today) {
        YearMonth last = lastTold(today);
        YearMonth until = to == null || to.isAfter(last) ? last : to;
        YearMonth since = from == null ? until.minusMonths(USUAL_MONTHS - 1) : from;
        if (from != null && to != null && to.isBefore(from)) {
            throw RuleBroken.invalid("period.reversed");
        }
        if (since.plusMonths(MOST_MONTHS).isBefore(until.plusMonths(1))) {
            throw RuleBroken.invalid("period.too-long");
        }
        return new Period(since, until);
    }

    /**
     * Reads a month, or a day of it, as {@code 2026-11} or {@code 2026-11-23}.
     *
     * @throws RuleBroken {@code period.month}
     */
    public static YearMonth month(String text) {
        try {
            return text.length() > "2026-11".length() ? YearMonth.from(LocalDate.parse(text)) : YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw RuleBroken.invalid("period.month");
        }
    }

    /** Every month of it, the first first; none where there is none to tell. */
    public List<YearMonth> months() {
        return Stream.iterate(from, month -> !month.isAfter(to), month -> month.plusMonths(1))
                .toList();
    }
}
