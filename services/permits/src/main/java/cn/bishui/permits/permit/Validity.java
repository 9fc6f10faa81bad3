package cn.bishui.permits.permit;

import cn.bishui.clocks.LegalClocks;
import cn.bishui.contracts.RuleBroken;
import java.time.LocalDate;

/**
 * The days on which a permit holds.
 *
 * @param from first day
 * @param to last day
 */
public record Validity(LocalDate from, LocalDate to) {

    private static final String TERM = "PMT-VALID";

    /**
     * The term that the law gives a permit that begins on a day (排污许可管理条例 art 14); code
     * {@code permit.before-regulation} where the regulation was not yet in force.
     */
    public static Validity beginning(LocalDate from, LegalClocks clocks) {
        try {
            return new Validity(from, clocks.deadline(TERM, from).due().minusDays(1));
        } catch (IllegalArgumentException _) {
            throw RuleBroken.invalid("permit.before-regulation", from);
        }
    }
}
