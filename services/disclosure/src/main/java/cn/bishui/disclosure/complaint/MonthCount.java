package cn.bishui.disclosure.complaint;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How many complaints something happened to in a month: of all, or of one row of a breakdown. Not for the public's eyes.
 *
 * @param by null for all
 * @param row its key, empty where it is not known, and for all
 * @param first of the answered, those in time; of the rated, the sum of ratings; of others nothing
 * @param second of the answered, those that were found to be true; of others nothing
 */
public record MonthCount(
        YearMonth month, Figure figure, @Nullable Breakdown by, String row, int count, int first, int second) {}
