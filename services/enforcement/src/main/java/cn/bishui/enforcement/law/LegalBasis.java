package cn.bishui.enforcement.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An article that says something on a matter.
 *
 * @param article its id, such as {@code CODE-1103}; name and text are the messages {@code law.<article>} and
 *     {@code law.<article>.text}
 * @param validFrom first day on which it is law
 * @param validTo last day, null while it is law
 * @param verified whether the words were compared with the law's text
 */
public record LegalBasis(
        Matter matter,
        String article,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean verified) {

    /** Whether it is law on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
