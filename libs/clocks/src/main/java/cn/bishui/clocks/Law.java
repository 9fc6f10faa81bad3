package cn.bishui.clocks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A law, rule or standard, in one version.
 *
 * @param id as it is cited, such as {@code WPL}
 * @param zh its name
 * @param validFrom first day in force
 * @param validTo last day in force; null while it is
 * @param replacedBy id of what came after; empty if nothing did
 * @param status whether its text and days were compared with the original
 */
public record Law(
        String id, String zh, LocalDate validFrom, @Nullable LocalDate validTo, String replacedBy, String status) {

    /** Whether it is in force on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
