package cn.bishui.disclosure.card;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A card that a unit was shown in public.
 *
 * @param number what people call it, such as {@code HP-2026-0001}
 * @param clue id of the clue it came of
 * @param unit unified social credit code of the unit
 * @param exceedances ids of the exceedances it was shown for
 * @param reason why, in Chinese
 * @param measure {@code limit-production} or {@code stop-production}
 * @param shownOn the day on which the bureau's head signed
 */
public record Card(
        String number,
        String clue,
        Colour colour,
        String unit,
        String unitName,
        List<String> exceedances,
        String reason,
        String measure,
        LocalDate shownOn,
        Instant shownAt) {

    public Card {
        exceedances = List.copyOf(exceedances);
    }

    /** A yellow card warns, a red one proposes to close the unit. */
    public enum Colour {
        YELLOW,
        RED;

        /** The stable code that open data bears: {@code yellow} or {@code red}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The colour of a code.
         *
         * @throws IllegalArgumentException if no colour has it
         */
        public static Colour of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
