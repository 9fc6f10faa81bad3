package cn.bishui.monitoring.sign;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A sign that was found, its frozen records' hash, and what came of it.
 *
 * @param evidenceHash over what was found and the frozen records
 * @param records how many are frozen
 * @param count how often it was seen, each time with something new
 * @param lastSeen end of what was seen last
 * @param clue id of the clue that it is evidence of; null while enforcement has not said so
 * @param clueNumber what people call the clue
 * @param decidedAt when enforcement decided on the clue; null while it has not
 * @param outcome number of the case, or why there is none
 */
public record Suspicion(
        Found found,
        String evidenceHash,
        int records,
        State state,
        int count,
        LocalDateTime lastSeen,
        @Nullable String clue,
        @Nullable String clueNumber,
        @Nullable Instant decidedAt,
        @Nullable String outcome) {

    /** Where it stands. Nobody is found guilty here: a case that is filed is to be investigated. */
    public enum State {
        /** Told to enforcement. */
        FOUND("found", true),
        /** Evidence of a clue that is not decided. */
        HANDED_OVER("handed-over", true),
        /** The clue was dismissed. */
        DISMISSED("dismissed", false),
        /** A case was filed on the clue. */
        CASE_FILED("case-filed", false);

        private final String code;
        private final boolean open;

        State(String code, boolean open) {
            this.code = code;
            this.open = open;
        }

        /** As it is written in the database, in JSON and in message keys. */
        public String code() {
            return code;
        }

        /** Whether it waits for a decision. */
        public boolean open() {
            return open;
        }

        /** The state of a code. */
        public static State of(String code) {
            for (State each : values()) {
                if (each.code.equals(code)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("No state " + code);
        }
    }
}
