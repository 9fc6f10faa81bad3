package cn.bishui.standards;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure stands, when it holds, and how far it may be trusted.
 *
 * @param source the standard with its table or article, such as {@code GB 3838-2002 table 1 item 7}
 * @param status {@code verified} if it was read in a copy of the text, {@code memory} if it was not, {@code ours} if no text says it
 * @param doubt what to check before relying on it; empty if nothing
 * @param validFrom first day on which it holds
 * @param validTo last day on which it holds, null while no end is known
 */
public record Basis(
        String source,
        String status,
        String doubt,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Checks that it ends after it begins. */
    public Basis {
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException(source + " ends on " + validTo + ", before it begins on " + validFrom);
        }
    }

    /** Reads the columns {@code source}, {@code status}, {@code doubt}, {@code valid_from} and {@code valid_to}. */
    public static Basis of(Csv.Row row) {
        return new Basis(
                row.text("source"),
                row.text("status"),
                row.text("doubt"),
                Objects.requireNonNull(row.day("valid_from"), "valid_from"),
                row.day("valid_to"));
    }

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
