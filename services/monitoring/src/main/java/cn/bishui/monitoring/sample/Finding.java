package cn.bishui.monitoring.sample;

import cn.bishui.contracts.RuleBroken;
import java.time.LocalDate;

/**
 * What an analyst found.
 *
 * @param item key of the item
 * @param found as reported, in the unit of the limit: {@code 0.025L}
 * @param method by which; empty if not given
 * @param analyst username
 */
public record Finding(String item, String found, String method, String analyst, LocalDate analysedOn) {

    /** A day of analysis; codes {@code sample.analysed-before} and {@code sample.analysed-future}. */
    public static LocalDate analysed(LocalDate day, LocalDate takenOn, LocalDate today) {
        if (day.isBefore(takenOn)) {
            throw RuleBroken.invalid("sample.analysed-before", day, takenOn);
        }
        if (day.isAfter(today)) {
            throw RuleBroken.invalid("sample.analysed-future", day);
        }
        return day;
    }
}
