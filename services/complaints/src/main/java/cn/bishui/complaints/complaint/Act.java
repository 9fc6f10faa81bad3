package cn.bishui.complaints.complaint;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An act against the law that the investigation of a complaint found.
 *
 * @param unit unified social credit code
 * @param outlet code of the outlet, null where it is about the unit as a whole
 * @param act what, in the finder's own words, never the reporter's
 * @param clueNumber the number of the clue that enforcement opened, null until it has
 * @param cameTo {@code clue}, {@code case-filed} or {@code dismissed}, null until enforcement has it
 */
public record Act(
        String unit,
        String unitName,
        @Nullable String outlet,
        String act,
        LocalDate foundOn,
        String by,
        Instant at,
        @Nullable String clueNumber,
        @Nullable String cameTo) {}
